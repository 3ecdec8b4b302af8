"""The pages that are looked at, in the demonstration."""

PAGES = [
    "/", "/incidents", "/events", "/statements", "/actors", "/demands", "/citations", "/affiliations",
    "/instruments", "/provisions", "/commitments", "/incidents/KHM-2017-0001", "/events/KHM-2017-0001-E1",
    "/statements/S-2017-00001", "/actors/A-00001", "/instruments/ICCPR", "/events/KHM-2017-0001-E1/history",
    "/events/map", "/events/map?country=KHM", "/events/map?view=far", "/incidents/new", "/events/new", "/statements/new", "/actors/new", "/demands/new", "/citations/new",
    "/affiliations/new", "/instruments/new", "/provisions/new", "/commitments/new",
    "/events/KHM-2017-0001-E1/edit", "/events?country=KHM&type=killing&from=2050-01-01", "/events?from=soon",
    "/actors/A-00004", "/actors/A-00004/network", "/actors/A-00015/network?depth=3", "/events/timeline", "/events/timeline?sort=date&country=KHM",
    "/events/charts", "/events/charts?unit=victims&country=KHM", "/events?country=KHM", "/statements?kind=report",
    "/account/second-factor", "/admin", "/admin/users", "/admin/users/new", "/admin/teams", "/admin/teams/new", "/admin/roles",
    "/admin/sessions", "/admin/tokens", "/admin/vocabularies", "/admin/vocabularies/event_type",
    "/admin/vocabularies/event_type/new", "/admin/vocabularies/event_type/terms/dissolution", "/admin/audit",
    "/admin/audit?from=soon", "/admin/health", "/invitation/nothing",
    "/duplicates", "/duplicates?kind=event", "/actors/A-00001/duplicates", "/events/KHM-2017-0001-E1/duplicates", "/duplicates/actors/A-00001/A-00002",
    "/hidden", "/saved", "/imports", "/intake", "/admin/rules", "/search", "/search?q=court", "/search?q=hun+sin", "/review", "/help", "/account", "/nothing",
    "/releases", "/releases/new", "/releases/new?version=2030.1", "/releases/2026.1", "/releases/2026.1/diff/2026.2",
    "/public/releases", "/public/releases/2026.1", "/public/ar/releases/2026.1",
    "/reports", "/reports?preset=upr&country=KHM",
    "/countries", "/countries/KHM", "/countries/KHM?from=soon", "/countries/KHM/figures?from=2017-01-01",
    "/public", "/public/ar/", "/public/events", "/public/countries/KHM", "/public/ar/countries/KHM",
    "/public/events/KHM-2017-0001-E1", "/public/statements/S-2017-00001", "/public/search?q=court", "/public/nothing",
]  # fmt: skip
