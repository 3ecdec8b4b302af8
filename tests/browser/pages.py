"""The pages that are looked at, in the demonstration."""

PAGES = [
    "/", "/incidents", "/events", "/statements", "/actors", "/demands", "/citations", "/affiliations",
    "/instruments", "/provisions", "/commitments", "/incidents/KHM-2017-0001", "/events/KHM-2017-0001-E1",
    "/statements/S-2017-00001", "/actors/A-00001", "/instruments/ICCPR", "/events/KHM-2017-0001-E1/history",
    "/events/map", "/events/map?country=KHM", "/events/map?view=far", "/incidents/new", "/events/new", "/statements/new", "/actors/new", "/demands/new", "/citations/new",
    "/affiliations/new", "/instruments/new", "/provisions/new", "/commitments/new",
    "/events/KHM-2017-0001-E1/edit", "/events?country=KHM&type=killing&from=2050-01-01", "/events?from=soon",
    "/search", "/search?q=court", "/search?q=hun+sin", "/review", "/help", "/account", "/nothing",
]  # fmt: skip
