### See en.ftl. What is not here yet is said in English.

## Around every page

skip = Aller au contenu
search-label = Rechercher partout
search-go = Rechercher
nav-label = Principal
nav-start = Accueil
nav-law = Droit
nav-review = Relecture
nav-account = Votre compte
nav-api = Documentation de l’API
nav-logout = Se déconnecter
nav-help = Aide
language = Langue
crumbs = Vous êtes ici
see-all = Tout voir
yes = Oui
no = Non
what-is-it = Qu’est-ce que cela veut dire ?
as-of = état au { $value }

## Coming in and going out

login-title = Connexion
login-email = Adresse électronique
login-password = Mot de passe
login-go = Se connecter
login-help = Les comptes sont créés par un administrateur. Si vous avez oublié votre mot de passe, demandez-lui-en un nouveau.
resume-title = Connectez-vous pour enregistrer ce que vous avez saisi
resume-about = Votre session est terminée. Rien n’est perdu : ce que vous avez saisi est gardé sur cette page et sera enregistré dès que vous vous connecterez.
resume-go = Se connecter et enregistrer
said-logged-out = Vous êtes déconnecté.
said-password-changed = Votre mot de passe est changé, et toutes vos sessions sont terminées. Connectez-vous avec le nouveau mot de passe.
said-session-ended = La session est terminée.
account-title = Votre compte
account-password = Changer de mot de passe
account-current = Mot de passe actuel
account-new = Nouveau mot de passe
account-new-hint = Au moins 12 caractères. Quatre ou cinq mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.
account-again = Nouveau mot de passe, encore une fois
account-change = Changer le mot de passe
account-passwords-differ = n’est pas le même que celui du dessous ; saisissez les deux de nouveau
account-sessions = Où vous êtes connecté
account-sessions-about = Terminez toute session que vous ne reconnaissez pas, et changez de mot de passe.
account-begun = Début
account-used = Dernière utilisation
account-this = celle-ci
account-end = Terminer

## What went wrong

problem-not-found = Il n’y a rien ici
problem-not-found-detail = Cette page n’existe pas, ou vous ne pouvez pas la voir. Vérifiez l’adresse, ou recherchez ce dont vous avez besoin.
problem-forbidden = Vous ne pouvez pas faire cela
problem-malformed = Cela n’a pas pu être compris
problem-too-many = Trop de tentatives
problem-too-large = C’est trop volumineux
problem-unavailable = saksi ne peut pas joindre sa base de données
problem-internal = Une erreur s’est produite de notre côté
problem-refused = Cela n’a pas été fait
problem-start = Aller à l’accueil
problem-request = Si vous en parlez à un administrateur, donnez-lui ce numéro : { $value }

## Search

search-title = Recherche
search-hint = Des mots entiers, dans toute écriture et tout ordre. Des « mots entre guillemets droits » se suivent ; début* peut continuer de toute façon.
search-kinds = Où
search-nothing = Rien n’est trouvé pour { $value }
search-nothing-about = Essayez moins de mots, ou une autre orthographe.
search-nearly = Ces acteurs ont un nom proche :

## Review

review-about = Ce que les observateurs ont remis, à commencer par ce qui attend depuis le plus longtemps. Personne n’approuve ses propres fiches.
review-submitted = En attente de décision
review-approved = Approuvé, pas encore publié
review-choose = Choisir
review-since = Depuis
review-own = la vôtre
review-more-waits = D’autres fiches attendent, qui ne sont pas affichées ici.
review-together = La décision vaut pour tout ce que vous avez choisi, ou pour rien.
said-none-chosen = Rien n’a été choisi.
said-decided = C’est décidé.

## Help

help-counting = Comment saksi compte
help-incident = Un incident est un dossier : un ou plusieurs événements qui vont ensemble.
help-event = Un événement est un acte d’un seul type, à une date, dans un lieu.
help-victim = Une victime est une personne ou un groupe distinct qui a été visé.
help-labels = Les catégories se recoupent : un événement qui touche deux droits compte pour les deux, de sorte que la somme des catégories peut dépasser le total.
help-unknown = Inconnu n’est pas zéro : ce qui n’est pas connu reste vide.
help-dates = Dates
help-dates-about = Écrivez une date aussi exactement qu’elle est connue, et pas davantage : 2017-11-26, 2017-11, 2017 ; 2017-11~ est vers novembre 2017, 2017-11? est peut-être novembre 2017 ; 2017-09-03/2017-11-16 va d’un jour à un autre, 2017-09-03/.. depuis un jour.
help-keys = Clavier
help-keys-about = En dehors des champs :
key-search = Rechercher
key-save = Enregistrer le formulaire où vous êtes
key-help = Cette page

## Start

start-welcome = Bienvenue, { $value }
start-empty-title = Rien encore
start-empty = Commencez par une déclaration : collez ce qu’une organisation, un État ou un témoin a dit. Consignez ensuite l’incident dont elle parle, et citez le passage qui le dit.
start-drafts = Vos brouillons
start-drafts-none = Vous n’avez pas de brouillon.
start-returned = Revenu vers vous
start-returned-none = Rien n’est revenu pour correction.
start-waiting = En attente de relecture
start-waiting-none = Rien n’attend de relecture.
start-submitted = Remis, pas encore relu
start-submitted-none = Rien de vous n’attend un relecteur.
start-recent = Publié en dernier
start-recent-none = Rien n’est encore publié.

## Kinds of record

kind-statement = Déclaration
kinds-statement = Déclarations
about-statement = Ce qui a été dit, par qui et quand : les sources de tout le reste.
kind-incident = Incident
kinds-incident = Incidents
about-incident = Des dossiers : chacun réunit un ou plusieurs événements qui vont ensemble.
kind-event = Événement
kinds-event = Événements
about-event = Chaque événement est un acte d’un seul type, à une date, dans un lieu : qui a fait quoi à qui.
kind-actor = Acteur
kinds-actor = Acteurs
about-actor = Quiconque agit, subit, parle ou est sollicité : personnes, groupes, organisations, organes de l’État.
kind-demand = Demande
kinds-demand = Demandes
about-demand = Ce que les déclarations demandent à quelqu’un, suivi jusqu’à ce que ce soit satisfait, refusé ou caduc.
kind-instrument = Instrument
kinds-instrument = Instruments juridiques
about-instrument = Traités, déclarations, accords de paix, constitutions et lois.
kind-provision = Disposition
kinds-provision = Dispositions
about-provision = Articles et paragraphes des instruments juridiques, avec le droit que chacun protège.
kind-commitment = Engagement
kinds-commitment = Engagements
about-commitment = Ce que les États ont fait des instruments : signatures, ratifications, adhésions, réserves.
kind-citation = Citation
kinds-citation = Citations
about-citation = Ce que les déclarations disent des fiches, avec quelle position et en quels mots.
kind-affiliation = Affiliation
kinds-affiliation = Affiliations
about-affiliation = Ce qu’un acteur est pour un autre, de quand à quand.
kind-participation = Participation

## Lists

list-filter = Filtrer et trier
list-any = tous
list-only-mine = faites par moi
list-sort = Ordre
list-show = Afficher
list-clear = Retirer tous les filtres
list-chips = Filtres actifs
list-without = Retirer le filtre { $value }
list-nothing = Aucune fiche ne répond à tous ces filtres
list-nothing-because = Sans l’un de ceux-ci, il y a des résultats :
list-nothing-together = C’est la combinaison de plusieurs filtres qui ne laisse rien.
list-leave-out = Sans { $value } : { $other }
list-empty = Rien encore
list-total = { $count ->
    [one] { $shown } fiche
   *[other] { $shown } fiches
}
list-more-than = Plus de { $shown } fiches
list-export = Exporter
list-export-about = Exactement ce que montre cette liste, toutes ses pages comprises.
list-api = Adresse de l’API
list-api-about = La même liste pour les programmes :
list-pages = Pages
list-first = À la première page
list-next = Page suivante
export-csv = CSV, pour R, Python et Stata
export-excel = CSV, sûr pour Excel
export-jsonl = JSON Lines
export-xlsx = Classeur Excel (XLSX), avec guide de codage
export-parquet = Parquet, typé, pour R, Python et DuckDB
export-geojson = GeoJSON, pour QGIS et autres cartes
export-acled = CSV dans les colonnes d’ACLED
export-ucdp = CSV dans les colonnes d’UCDP GED
export-participations = Qui a pris part à ces événements (CSV)
export-package = Paquet de données : toutes les tables, avec guide de codage et sommes de contrôle (ZIP)
export-capture = Matrice de capture des événements, par source (CSV)
export-capture-victims = Matrice de capture des victimes, par source (CSV)
export-entities = Entités FollowTheMoney, pour Aleph et OpenSanctions
sort-date = Date
sort-created_at = Saisie
sort-updated_at = Modification
sort-name = Nom
sort-code = Code

filter-country = Pays
filter-type = Type d’événement
filter-family = Famille de types
filter-from = Du
filter-to = Au
filter-actor = Acteur (réf.)
filter-role = Rôle de l’acteur
filter-perpetrator_kind = Genre d’auteur
filter-target_kind = Genre de cible
filter-right = Droit
filter-instrument = Instrument (code)
filter-incident = Incident (réf.)
filter-statement = Déclaration (réf.)
filter-tag = Étiquette
filter-audience = Lecteurs des rapports
filter-status = Statut
filter-confidence = Degré de certitude
filter-geo_precision = Précision du lieu
filter-q = Mots
filter-kind = Genre
filter-issuer = Émetteur (réf.)
filter-language = Langue
filter-sector = Secteur
filter-addressee = Destinataire (réf.)
filter-category = Catégorie
filter-confidentiality = Confidentialité
filter-mine = À qui
filter-assigned = Confié à
filter-action = Acte
filter-stance = Position
filter-target = Ce qui est cité
filter-event = Événement (réf.)
filter-affiliation = Affiliation (id)
filter-provision = Disposition (id)
filter-demand = Demande (id)

col-date = Date
col-event = Événement
col-type = Type
col-place = Lieu
col-targets = Cibles
col-status = Statut
col-incident = Incident
col-country = Pays
col-number = Événements
col-tags = Étiquettes
col-level = Confidentialité
col-statement = Déclaration
col-issuers = Émetteurs
col-kind = Genre
col-countries = Pays
col-actor = Acteur
col-names = Autres noms
col-demand = Demande
col-addressee = Destinataire
col-category = Catégorie
col-demand-status = Statut
col-code = Code
col-instrument = Instrument
col-adopted = Adopté
col-in-force = En vigueur
col-provision = Disposition
col-title = Titre
col-right = Droit
col-action = Acte
col-stance = Position
col-quote = Passage
col-about = À propos de
col-other = Autre acteur
col-from = De
col-to = À

## A record

record-change = Modifier
record-history = Historique
record-hide = Supprimer
record-hide-about = La fiche disparaît pour tout le monde. Rien n’est perdu : un relecteur peut la rétablir.
record-why = Pourquoi ?
record-version = Version { $value }, dernière modification le { $other } UTC
step-draft = Reprendre comme brouillon
step-submitted = Soumettre à la relecture
step-needs_changes = Renvoyer pour correction
step-approved = Approuver
step-published = Publier
step-rejected = Rejeter
step-retracted = Retirer
review-more = Changer son statut
review-comment = Commentaire (dites pourquoi, si vous renvoyez, rejetez ou retirez)
said-saved = Enregistré.
said-draft = C’est de nouveau un brouillon.
said-submitted = Remis à la relecture.
said-returned = Renvoyé pour correction.
said-approved = Approuvé.
said-published = Publié.
said-rejected = Rejeté.
said-retracted = Retiré.
said-hidden = Supprimé. Un relecteur peut le rétablir.
said-restored = Rétabli.
history-version = version { $value }
history-changes = Ce qui a changé
history-field = Champ
history-before = Avant
history-after = Après
action-created = Création
action-changed = Modification
action-hidden = Suppression
action-restored = Rétablissement
action-draft = Repris comme brouillon
action-submitted = Soumis à la relecture
action-needs_changes = Renvoyé pour correction
action-approved = Approuvé
action-published = Publié
action-rejected = Rejeté
action-retracted = Retiré
date-unknown = date inconnue
count-at-least = au moins { $value }
count-at-most = au plus { $value }
events-count = { $count ->
    [one] { $shown } événement
   *[other] { $shown } événements
}
pseudonym = pseudonyme
pseudonym-about = Cette personne est protégée. Le nom affiché n’est pas le sien.

event-who = Qui a pris part
event-nobody = Personne n’est encore nommé.
event-how-many = Combien
event-sources = Sources
event-no-sources = Aucune source n’est encore citée. Tout fait en demande une.
event-add-source = Citer une déclaration
event-law = Le droit qui oblige
event-law-on = Ce qui obligeait { $value } au { $other }, pour les droits que cet événement touche.
event-no-law = Aucune disposition obligatoire n’est connue pour les droits, le pays et le jour de cet événement.
event-findings = Constatations
event-place = Lieu
event-victims = Victimes
event-deaths = Morts
event-relations = Événements liés
event-this = cet événement
law-standing = Comment cela oblige
law-invoked = invoquée
law-in-force-since = en vigueur depuis { $value }
legal-party = partie
legal-signatory = signataire seulement
legal-binding_on_signature = lié par la signature
legal-withdrawn = retiré
legal-not_party = non partie
legal-not_ratifiable = non ouvert à la ratification
legal-not_known = non connu
law-reserved = avec réserve
law-suspended = suspendue ce jour-là
law-only-for = seulement pour { $value }
group-children = les enfants
group-women = les femmes
group-persons_with_disabilities = les personnes handicapées
group-migrant_workers = les travailleurs migrants
group-refugees = les réfugiés
group-stateless_persons = les apatrides
country-law-declaration = Déclaration ({ $value })
country-law-derogation = Dérogation ({ $value })
law-until = jusqu’au { $value }
law-more = { $count ->
    [one] { $shown } autre disposition
   *[other] { $shown } autres dispositions
}
instrument-procedural = { $count ->
    [one] { $shown } autre disposition, de procédure ou particulière
   *[other] { $shown } autres dispositions : procédure, clauses finales, points particuliers
}
instrument-acts = { $count ->
    [one] { $shown } signature, ratification ou adhésion
   *[other] { $shown } signatures, ratifications et adhésions
}
field-ends_on = Jusqu’au
field-ends_on-hint = Le dernier jour d’une dérogation ou d’une réserve retirée ; AAAA-MM-JJ
law-by-rule = selon la règle de l’instrument
claims-heading = Ce qu’elle dit du droit, vérifié
claims-about = À côté, la situation de l’instrument pour l’État le { $value }, quoi qu’en dise la déclaration. Les affirmations du texte ne sont trouvées qu’en anglais, quand une phrase nomme un instrument et dit qu’il est signé, ratifié ou que l’État y est partie.
claims-invokes = invoque { $value }
claim-confirmed = comme elle le dit
claim-stronger = lié par plus qu’elle ne dit
claim-contradicted = pas comme elle le dit
claim-not_known = ne peut être dit

incident-events = Événements
incident-no-events = Pas encore d’événement : un incident sans événement ne compte nulle part.
incident-add-event = Ajouter un événement
incident-all-events = { $count ->
    [one] Voir l’événement
   *[other] Voir les { $shown } événements
}

statement-citation = Citation { $shown }
statement-redacted = Dans ce texte, les noms des personnes protégées sont remplacés par leur pseudonyme.
statement-cite = Citer cette déclaration
statement-log = En consigner un incident
statement-cite-hint = Sélectionnez d’abord un passage du texte : il sera repris comme citation.
statement-says = Ce qui repose sur elle
statement-says-nothing = Aucune fiche ne cite encore cette déclaration.
statement-in-text = Dans le texte
statement-no-demands = Aucune demande n’est consignée.
statement-derived = Déclarations qui la reproduisent ou la résument
demand-of = à
demand-status = Statut
demand-follow-ups = Ce qu’il en est advenu
demand-no-follow-ups = Rien n’est encore consigné.
citation-page = Page { $value }
citation-open = Ouvrir la citation
citation-about = Ce dont elle parle

actor-roles = Rôles dans les événements
actor-no-events = Ne prend part à aucun événement que vous puissiez voir.
actor-timeline = Derniers événements
actor-all-events = Tous les événements avec cet acteur
actor-statements = Déclarations
actor-demands = Demandes qui lui sont faites
actor-protected = Protégée : le nom ne quitte cette organisation que sous la forme du pseudonyme

instrument-no-provisions = Aucune disposition n’est consignée.
instrument-bound = Ce que les États en ont fait
instrument-bound-about = À la date de la source de chaque entrée ; des actes plus récents peuvent manquer.
instrument-no-commitments = Aucun engagement n’est consigné.
instrument-events = Événements qui le mettent en jeu
instrument-no-events = Aucun événement que vous puissiez voir ne le met en jeu.
provision-invoked = Déclarations qui la citent
provision-not-invoked = Aucune déclaration ne la cite encore.

## Forms

form-save = Enregistrer
form-save-draft = Enregistrer comme brouillon
form-save-submit = Enregistrer et soumettre à la relecture
form-offline = Il n’y a pas de connexion. Rien n’est perdu : restez sur cette page, et enregistrez de nouveau quand elle sera revenue.
form-cancel = Annuler
form-choose = choisir
form-if-new = S’il est nouveau, ce que c’est
form-which = Lequel est-ce ?
form-a-new-one = Aucun de ceux-ci : en ajouter un nouveau
form-drop-row = Retirer
form-reason = Pourquoi cette modification ?
form-reason-hint = Gardé dans l’historique, pour ceux qui le liront plus tard.
form-change = Modifier : { $value }
form-errors = { $count ->
    [one] Une chose demande votre attention ; rien n’est encore enregistré
   *[other] { $shown } choses demandent votre attention ; rien n’est encore enregistré
}
stale-title = Quelqu’un d’autre a modifié cette fiche entre-temps
stale-about = Rien n’est écrasé. Là où les deux diffèrent :
stale-theirs = Tel que c’est maintenant
stale-yours = Tel que vous l’avez saisi
stale-choose = Adaptez le formulaire ci-dessous s’il le faut, et enregistrez-le pour mettre le vôtre à la place.
stale-discard = Ou laissez-le tel qu’il est maintenant.

form-new-statement = Nouvelle déclaration
form-hint-statement = Collez le texte tel quel : des passages en seront cités mot pour mot.
form-new-incident = Nouvel incident
form-hint-incident = Un dossier avec ses événements. Laissez vide ce qui n’est pas connu ; rien n’est à inventer.
form-new-event = Nouvel événement
form-new-actor = Nouvel acteur
form-new-demand = Nouvelle demande
form-new-citation = Nouvelle citation
form-hint-citation = Nommez une chose dont la déclaration parle : un événement, un incident, un acteur ou une disposition.
form-new-affiliation = Nouvelle affiliation
form-new-instrument = Nouvel instrument
form-new-provision = Nouvelle disposition
form-new-commitment = Nouvel engagement
form-new-new_statement = La déclaration n’est pas encore dans saksi : collez-la ici
form-new-source = Source de ces événements
form-new-source-hint = Citée pour tout événement ci-dessous qui n’en nomme pas d’autre.

form-visibility = Qui peut la voir
form-more-source = Plus sur la source
form-more-place = Le lieu plus exactement
form-more-people = Combien de personnes
form-more-people-hint = Laissez vide ce qui n’est pas connu : inconnu n’est pas zéro.
form-more-act = Plus sur l’acte
form-more-protection = Protection
form-more-protection-hint = Le nom d’une personne protégée ne quitte jamais cette organisation : quiconque n’y est pas habilité lit le pseudonyme, dans chaque page, fichier et rapport.
form-more-person = Plus sur la personne
form-more-identifiers = Identifiants ailleurs

form-issuers = Émise par
form-issuers-row = Émetteur { $shown }
form-issuers-add = Ajouter un émetteur
form-co_signers = Cosignée par
form-co_signers-row = Cosignataire { $shown }
form-co_signers-add = Ajouter un cosignataire
form-events = Événements
form-events-hint = Un événement est un acte d’un seul type. Une arrestation et l’inculpation qui la suit sont deux événements.
form-events-row = Événement { $shown }
form-events-add = Ajouter un autre événement
form-participations = Qui a pris part
form-participations-row = Participant { $shown }
form-participations-add = Ajouter un participant
form-citations = Sources
form-citations-hint = La déclaration qui le dit, et le passage dans ses propres mots.
form-citations-row = Source { $shown }
form-citations-add = Ajouter une source
form-relations = Événements liés
form-relations-row = Lien { $shown }
form-relations-add = Ajouter un événement lié
form-findings = Constatations juridiques
form-findings-row = Constatation { $shown }
form-findings-add = Ajouter une constatation
form-names = Autres noms
form-names-hint = Sigles, surnoms, anciens noms, et le nom dans d’autres langues et écritures.
form-names-row = Nom { $shown }
form-names-add = Ajouter un nom
form-identifiers = Identifiants
form-identifiers-row = Identifiant { $shown }
form-identifiers-add = Ajouter un identifiant
form-follow_ups = Ce qu’il en est advenu
form-follow_ups-row = Suite { $shown }
form-follow_ups-add = Ajouter une suite

level-public-who = Tout le monde, une fois publiée.
level-internal-who = Tous ceux qui ont un compte ici, sauf les lecteurs ; les chercheurs une fois approuvée.
level-confidential-who = Vous, les relecteurs et les administrateurs, et ceux à qui l’incident est confié.
level-restricted-who = Seulement les membres de l’équipe que vous nommez ci-dessous ; pas même les administrateurs.

field-title = Titre
field-kind = Genre
field-issued_on = Émise le
field-issued_on-hint = Aussi exactement que c’est connu : 2017-11-27, 2017-11, 2017~ (vers 2017).
field-countries = Pays dont il s’agit
field-countries-hint = Noms ou codes, séparés par des virgules : Cambodge, Thaïlande
field-body = Texte
field-place = Lieu
field-language = Langue
field-language-hint = Un code tel que en, km ou ar.
field-url = Adresse web
field-archived_url = Adresse d’une copie archivée
field-accessed_on = Consultée le
field-accessed_on-hint = AAAA-MM-JJ
field-summary = Résumé
field-reliability = Fiabilité de la source
field-derived_from = Reproduit ou résume
field-derived_from-hint = Pour qu’une source ne compte pas pour deux.
field-issuers = Émise par
field-co_signers = Cosignée par
field-confidentiality = Qui peut la voir
field-team = Équipe
field-team-hint = Pour une fiche restreinte : le nom de l’équipe qui seule la voit.
field-actor = Acteur
field-role = Rôle
field-harm = Dommage
field-count_low = Au moins
field-count_best = Meilleur compte
field-count_high = Au plus
field-statement = Déclaration
field-statement-hint = Son titre, ou sa réf., telle que S-2017-00311.
field-stance = Position
field-quote = Passage, mot pour mot
field-page = Page
field-event = Événement
field-incident = Incident
field-provision = Disposition
field-provision-hint = Par le code et l’intitulé, comme ICCPR Article 22.
field-finding = Constatation
field-court = Tribunal
field-note = Note
field-type = Type d’événement
field-date = Date
field-date-hint = Aussi exactement qu’elle est connue : 2017-11-26, 2017-09, 2017~ (vers 2017), 2017-09-03/2017-11-16.
field-admin1 = Province ou État
field-place_name = Lieu
field-narrative = Ce qui s’est passé
field-geo_precision = À quel point le lieu est connu
field-latitude = Latitude
field-longitude = Longitude
field-victims_low = Victimes, au moins
field-victims_best = Victimes, meilleur compte
field-victims_high = Victimes, au plus
field-deaths_low = Morts, au moins
field-deaths_best = Morts, meilleur compte
field-deaths_high = Morts, au plus
field-confidence = À quel point c’est établi
field-aims_at = Acte qu’il vise
field-aims_at-hint = Pour une menace ou une tentative.
field-motive = Motif ou raison invoquée
field-charge = Chef d’accusation
field-legal_stage = Étape de la procédure
field-rights = Droits touchés
field-rights-hint = Ceux du type, sauf si vous en choisissez d’autres.
field-country = Pays
field-tags = Étiquettes
field-tags-hint = Séparées par des virgules.
field-assigned_to = Confié à
field-assigned_to-hint = L’adresse électronique d’un compte.
field-name = Nom
field-names = Autres noms
field-text = Texte
field-script = Écriture
field-script-hint = Quatre lettres, telles que Khmr.
field-scheme = Registre
field-value = Valeur
field-sector = Secteur, pour un organe de l’État
field-description = Description
field-protected = Cette personne est protégée
field-pseudonym = Pseudonyme
field-gender = Genre (personne)
field-age_group = Tranche d’âge
field-hrd_groups = Ce qu’elle défend
field-identifiers = Identifiants
field-obligated_country = État dont l’obligation est invoquée
field-addressee = Demandé à
field-category = Catégorie
field-status = Statut
field-evidence = Déclaration qui le dit
field-follow_ups = Ce qu’il en est advenu
field-other = Autre acteur
field-from = De
field-to = À
field-code = Code
field-region = Région
field-adopted_on = Adopté le
field-in_force_on = En vigueur le
field-depositary_reference = Référence chez le dépositaire
field-monitoring_body = Organe de suivi
field-source = Source
field-instrument = Instrument
field-label = Intitulé
field-right = Droit
field-derogable = Dérogation possible
field-position = Ordre
field-action = Acte
field-effective_on = En vigueur pour l’État le
field-effective_on-hint = AAAA-MM-JJ
field-as_of = État au
field-as_of-hint = AAAA-MM-JJ
field-participations = Qui a pris part
field-citations = Sources
field-relations = Événements liés
field-findings = Constatations juridiques
field-events = Événements

## Help, in full; the help of fields

help-contents = Sur cette page
help-begin = Premiers pas
help-begin-statement = Commencez par ce qui a été dit : ajoutez la déclaration, avec son texte tel quel.
help-begin-incident = Consignez l’incident dont elle parle : ce qui s’est passé, quand, où, et qui y a pris part. Laissez vide ce qui n’est pas connu.
help-begin-cite = Citez le passage qui le dit. Tout fait demande une source ; des sources peuvent se contredire, et toutes sont gardées.
help-begin-submit = Soumettez-le à la relecture. Un relecteur l’approuve et le publie, ou vous le renvoie avec un commentaire.
help-law = La page de l’événement montre alors quel droit obligeait le pays ce jour-là.
help-country = Un événement compte dans le pays où il s’est produit.
help-sources = Les sources comptent une fois : les déclarations qui en reproduisent une autre comptent avec elle.
help-seen = Ce que vous ne pouvez pas voir n’est pas compté non plus.
help-how = Comment saksi compte
help-statuses = Ce que signifie chaque statut
help-who = Qui voit quoi
help-who-viewer = ce qui est publié et public
help-who-researcher = aussi ce qui est approuvé, et interne
help-who-monitor = aussi ses propres fiches à toute étape, et les confidentielles qui lui sont confiées
help-who-reviewer = les fiches à toute étape, jusqu’aux confidentielles
help-who-admin = la même chose, et tout ce qui concerne les comptes
help-restricted = Les fiches restreintes ne s’ouvrent qu’aux membres de leur équipe ; cela vaut aussi pour les administrateurs.
help-protected = Personnes protégées
help-protected-about = Le nom d’une personne protégée ne quitte jamais cette organisation : ceux qui ne doivent pas le connaître lisent le pseudonyme, dans chaque page, fichier et rapport, et aussi dans le texte des déclarations.
help-terms = Ce que signifient les choix
help-what = Que signifient-ils ?
help-opens = s’ouvre dans un nouvel onglet
help-api = Pour les programmes
help-api-about = Tout ce que montrent les pages peut être demandé par des programmes, selon les mêmes règles :
help-languages = Langues
help-languages-about = Textes, noms et recherches peuvent être dans toute langue et toute écriture. La langue des pages se choisit au bas de chaque page.
review-empty = Ce que les observateurs soumettent apparaît ici. D’ici là, il n’y a rien à faire.
search-empty = Saisissez un nom, un lieu, ou des mots d’une déclaration.

code-role-viewer = Lecteur
code-role-researcher = Chercheur
code-role-monitor = Observateur
code-role-reviewer = Relecteur
code-role-admin = Administrateur

form-issuers-hint = Qui le dit : une organisation, un organe de l’État, une personne.
form-co_signers-hint = Les autres signataires.
form-participations-hint = Tous ceux que nomment les sources : qui l’a fait, qui l’a subi, qui l’a vu.
form-relations-hint = D’autres événements qui vont avec celui-ci, comme l’arrestation avant une inculpation.
form-findings-hint = Ce qu’une source ou un tribunal dit du droit, au-delà de ce que saksi établit de lui-même.
form-identifiers-hint = L’acteur dans d’autres registres, pour le rapprochement des données.
form-follow_ups-hint = Ce que le destinataire a fait ou refusé de faire, avec la déclaration qui le dit.

field-title-hint = Tel que publié ; pour un incident ou un événement, ce qui s’est passé en quelques mots.
field-body-hint = Tel que publié, sans aucun changement : des passages en sont cités mot pour mot.
field-place-hint = Où elle a été émise.
field-url-hint = Où on peut la lire, à commencer par https://
field-archived_url-hint = Une copie qui reste quand la page est retirée.
field-summary-hint = De quoi il s’agit, en quelques phrases de vous.
field-reliability-hint = À quel point cette source a eu raison jusqu’ici, non à quel point ceci est vraisemblable.
field-actor-hint = Par l’un quelconque de ses noms, dans toute écriture.
field-role-hint = Seules les cibles sont comptées comme victimes.
field-harm-hint = Laissez vide si aucune source ne le dit.
field-count_low-hint = Pour un groupe : combien de personnes.
field-count_best-hint = Le chiffre le mieux étayé.
field-count_high-hint = Vide si inconnu.
field-stance-hint = Comment la déclaration en parle.
field-quote-hint = Copié de la déclaration sans aucun changement.
field-page-hint = Dans le document imprimé, s’il y en a un.
field-event-hint = Son titre, ou sa réf., telle que KHM-2017-0042-E1.
field-incident-hint = Son titre, ou sa réf., telle que KHM-2017-0042.
field-finding-hint = Si une violation est alléguée, ou a été jugée.
field-court-hint = Le tribunal ou l’organe qui a décidé, s’il y en a un.
field-note-hint = Ce qu’il faut savoir d’autre.
field-kind-hint = Celui qui convient le mieux.
field-type-hint = Un acte d’un seul type. Une menace est une menace, quoi qu’elle vise.
field-admin1-hint = Comme on l’appelle là-bas.
field-place_name-hint = Ville, village, rue ou bâtiment, aussi exactement qu’il est sûr de le dire.
field-narrative-hint = Dans l’ordre, comme le racontent les sources.
field-geo_precision-hint = Un point n’est jamais montré plus exactement que cela.
field-latitude-hint = En degrés, comme 11.5564 ; au sud de l’équateur, avec un moins.
field-longitude-hint = En degrés, comme 104.9282 ; à l’ouest de Greenwich, avec un moins.
field-victims_low-hint = Personnes distinctes qui ont été visées : le chiffre le plus bas d’une source.
field-victims_best-hint = Le chiffre le mieux étayé.
field-victims_high-hint = Le chiffre le plus haut d’une source.
field-deaths_low-hint = Celles d’entre elles qui sont mortes : le chiffre le plus bas d’une source.
field-deaths_best-hint = Le chiffre le mieux étayé.
field-deaths_high-hint = Le chiffre le plus haut d’une source.
field-confidence-hint = À quel point l’ensemble des sources le confirme.
field-motive-hint = Tel que les sources le donnent ; pas de supposition de votre part.
field-charge-hint = L’infraction, avec l’article de loi s’il est connu.
field-legal_stage-hint = Où en est l’affaire.
field-country-hint = Pour un événement ou un incident, celui où il s’est produit.
field-name-hint = En entier, comme l’acteur l’écrit lui-même. Les autres noms vont plus bas.
field-text-hint = Tel qu’il est dans la source.
field-scheme-hint = Tel que wikidata.
field-value-hint = Telle que Q424.
field-sector-hint = Rien pour un acteur qui n’est pas un organe de l’État.
field-description-hint = Qui ou ce que c’est, en une ou deux phrases.
field-protected-hint = Cochez si être nommée pouvait nuire à cette personne.
field-pseudonym-hint = Ce que les autres lisent à la place du nom. Il ne doit pas laisser deviner qui c’est.
field-gender-hint = Tel que la personne ou une source fiable le dit ; jamais deviné d’après un nom.
field-age_group-hint = Au moment de l’événement.
field-hrd_groups-hint = Pour un défenseur des droits humains.
field-obligated_country-hint = Seulement si une disposition est citée : l’État que l’on dit obligé.
field-addressee-hint = Qui est appelé à agir.
field-category-hint = Quel genre d’acte est demandé.
field-status-hint = En suspens, jusqu’à ce que l’on sache ce qu’il en est advenu.
field-evidence-hint = Où on peut le lire.
field-other-hint = Celui auquel le premier appartient, qu’il dirige ou dont il prend la suite.
field-from-hint = Aussi exactement que c’est connu.
field-to-hint = Vide, si cela continue ou n’est pas connu.
field-code-hint = En capitales, comme ICCPR. Il ne change jamais.
field-region-hint = Telle que ASEAN ; vide pour le monde entier.
field-adopted_on-hint = Quand son texte a été adopté.
field-in_force_on-hint = Quand il est entré en vigueur pour la première fois.
field-depositary_reference-hint = Telle que UNTS 14668.
field-monitoring_body-hint = Tel que le Comité des droits de l’homme.
field-source-hint = Où cela peut être vérifié.
field-instrument-hint = Son code, tel que ICCPR.
field-label-hint = Tel que Article 22.
field-right-hint = Le droit qu’elle protège.
field-derogable-hint = Si un État peut la suspendre en cas d’urgence.
field-position-hint = Sa place parmi les dispositions de l’instrument.
field-action-hint = Ce que l’État a fait.

## What is wrong with a field

wrong-required = est obligatoire
wrong-empty = ne doit pas être vide
wrong-long = compte { $value } caractères ; le maximum est { $other }
wrong-sign = contient { $value }, qui ne peut pas être gardé ; retirez-le
wrong-whole = « { $value } » n’est pas un nombre entier ; laissez vide s’il n’est pas connu
wrong-degrees = « { $value } » n’est pas un nombre de degrés, comme 11.5564
wrong-country = « { $value } » n’est pas un pays ; écrivez son nom ou ses trois lettres, comme KHM
wrong-code = « { $value } » n’est pas l’une de ces valeurs : { $other }
wrong-several = plusieurs portent ce nom ; choisissez celui dont il s’agit
wrong-nearly-actor = aucun ne porte exactement ce nom ; choisissez l’un de ceux-ci, ou dites quel genre d’acteur c’est pour l’ajouter
wrong-new-actor = n’est pas encore connu ; dites quel genre d’acteur c’est pour l’ajouter
wrong-nearly = aucun ne porte exactement ce nom ; choisissez l’un de ceux-ci
wrong-unknown = n’est pas connu ; donnez sa réf., ou son titre tel qu’il est enregistré
wrong-provision = il n’y a pas de disposition « { $value } » ; écrivez le code et l’intitulé, comme ICCPR Article 22
wrong-missing = rien ne porte le nom ou la réf. « { $value } »
wrong-user = il n’y a pas de tel utilisateur actif
wrong-team = il n’y a pas de telle équipe, ou vous n’en faites pas partie
wrong-team-needed = une fiche restreinte a besoin de l’équipe qui peut la voir
wrong-team-only = seule une fiche restreinte a une équipe
wrong-date = « { $value } » n’est pas une date EDTF ; écrivez 2017-11-26, 2017-11, 2017, 2017-11-26~ (environ), 2017-11? (incertain), 2017-11-XX ou 2017-09-03/2017-11-16
wrong-date-month = il n’y a pas de mois { $other } dans « { $value } » ; les mois vont de 01 à 12, les saisons de 21 à 24
wrong-date-day = il n’y a pas de { $value } : ce mois a { $other } jours
wrong-date-backwards = l’intervalle finit ({ $value }) avant de commencer ({ $other })
wrong-date-future = { $value } est dans l’avenir
wrong-date-time = « { $value } » comporte une heure ; donnez la date seule
wrong-day = doit être un jour qui existe, comme AAAA-MM-JJ
wrong-url = doit commencer par https:// ou http://
wrong-language = doit être un code de langue BCP 47, comme km ou ar-EG
wrong-script = doit être un code ISO 15924, comme Khmr
wrong-quote = la citation n’est pas dans le texte de la déclaration
wrong-quote-nearly = la citation n’est pas mot pour mot dans le texte de la déclaration ; le passage le plus proche est en { $other } : « { $value } »
wrong-cited = dites ce qui est cité : un incident, un événement, un acteur, une affiliation, une participation, une disposition ou une demande
wrong-cited-two = une citation parle d’une seule fiche ; faites-en une autre
wrong-longitude = est obligatoire avec une latitude
wrong-latitude = est obligatoire avec une longitude
wrong-point = dites à quel point le lieu est connu : un point ne doit pas paraître plus exact qu’il ne l’est
wrong-sector = seul un organe de l’État a un secteur
wrong-gender = seule une personne a un genre
wrong-age = seule une personne a une tranche d’âge
wrong-protected = seule une personne peut être protégée
wrong-pseudonym = une personne protégée a besoin d’un pseudonyme
wrong-pseudonym-name = ne doit pas contenir le nom de la personne
wrong-twice = est donné deux fois
wrong-password = n’est pas votre mot de passe
wrong-login = l’adresse électronique ou le mot de passe est erroné
wrong-own = personne n’approuve sa propre fiche ; demandez à un autre relecteur

## Ce qui ne va pas dans une ligne d’un fichier.

wrong-row-cells = la ligne a { $value } cellules et l’en-tête { $other } colonnes ; il manque peut-être les guillemets d’une cellule qui contient un séparateur
wrong-row-nul = la cellule { $value } contient un caractère NUL, qui ne peut être gardé ; retirez-le, ou indiquez un autre encodage
wrong-row-json-cut = la ligne s’arrête au milieu de son objet JSON : le fichier est peut-être tronqué
wrong-row-json = la ligne n’est pas un objet JSON : { $value }
wrong-row-date = n’est pas une date ; écrivez 2017-11-16, 2017-11 ou 2017
wrong-row-date-words = n’est pas une date que l’on comprend : { $value }
wrong-row-date-day = le jour { $value } n’existe pas
wrong-row-date-days = « { $value } » peut être plusieurs jours : écrivez l’année en quatre chiffres, ou le jour comme AAAA-MM-JJ
wrong-row-date-two = « { $value } » peut être deux jours : dans ce fichier, est-ce le jour ou le mois qui vient d’abord ? Indiquez-le dans les réglages de l’import
wrong-row-date-open = la fin d’une date ouverte n’est pas connue
wrong-row-date-ends = finit le { $value }, avant de commencer le { $other }
wrong-row-date-word = « { $value } » n’est ni day, ni week, ni month, ni year
wrong-row-below = est inférieur à 0 ; laissez vide s’il n’est pas connu
wrong-row-people = est plus que le nombre d’êtres humains
wrong-row-whole = n’est pas un nombre entier ; laissez vide s’il n’est pas connu
wrong-row-latitude = n’est pas une latitude ; écrivez les degrés comme 11.5564
wrong-row-longitude = n’est pas une longitude ; écrivez les degrés comme 11.5564
wrong-row-latitude-count = n’est pas une latitude : les degrés vont de -90 à 90 ; cela ressemble à un nombre, une population par exemple, dans la mauvaise colonne
wrong-row-longitude-count = n’est pas une longitude : les degrés vont de -180 à 180 ; cela ressemble à un nombre, une population par exemple, dans la mauvaise colonne
wrong-row-latitude-swapped = n’est pas une latitude : les degrés vont de -90 à 90 ; latitude et longitude sont peut-être inversées
wrong-row-latitude-range = n’est pas une latitude : les degrés vont de -90 à 90
wrong-row-longitude-range = n’est pas une longitude : les degrés vont de -180 à 180
wrong-row-zero = est 0, 0, un point de l’Atlantique qui ne dit rien ; laissez les deux vides s’ils ne sont pas connus
wrong-row-nowhere = n’est dans aucun pays, et la ligne dit { $value } ; corrigez le point ou le pays
wrong-row-nowhere-swapped = n’est dans aucun pays, et la ligne dit { $value } ; latitude et longitude sont inversées
wrong-row-elsewhere = se trouve dans ce pays : { $value }, et la ligne dit { $other } ; corrigez le point ou le pays
wrong-row-elsewhere-swapped = se trouve dans ce pays : { $value }, et la ligne dit { $other } ; latitude et longitude sont inversées
wrong-row-scheme = est un nombre, et rien ne dit de qui sont ces numéros de pays ; indiquez scheme gw ou m49
wrong-row-country-number = n’est le numéro d’aucun pays
wrong-row-country = n’est pas un pays connu ; écrivez son nom ou son code ISO 3166-1, comme KHM
wrong-row-none-of = n’est aucune de ces valeurs : { $value } ; indiquez dans le profil ce que le mot veut dire
wrong-row-type = « { $value } » n’est pas un type d’événement ; les types sont { $other } ; indiquez dans le profil quel type le mot désigne
wrong-row-type-old = le type d’événement « { $value } » n’est plus utilisé ; indiquez dans le profil quel type le mot désigne
wrong-row-right = « { $value } » n’est pas un droit ; les droits sont { $other }
wrong-row-no-type = manque : associez-lui une colonne, ou indiquez un type pour toutes les lignes
wrong-row-no-country = manque : associez-lui une colonne, ou indiquez un pays pour toutes les lignes
wrong-row-no-value = manque : associez-lui une colonne, ou indiquez une valeur pour toutes les lignes
wrong-row-no-latitude = manque, alors qu’il y a une longitude
wrong-row-no-longitude = manque, alors qu’il y a une latitude
wrong-row-above-best = est { $value }, plus que la meilleure estimation, { $other } ; il faut que basse ≤ meilleure ≤ haute
wrong-row-above-high = est { $value }, plus que l’estimation haute, { $other } ; il faut que basse ≤ meilleure ≤ haute
wrong-row-same = dit la même chose que la ligne { $value } ; s’il y en a deux, donnez à chacune son identifiant
wrong-row-same-id = la ligne { $value } a le même identifiant et dit autre chose ; donnez à chaque ligne son identifiant
wrong-row-changed = la fiche a été modifiée ici depuis l’import (elle en est à la version { $value }), et la ligne dit du nouveau : { $other } ; modifiez la fiche à la main, pour n’effacer le travail de personne
wrong-row-known-actor = est un acteur déjà connu ici
wrong-row-not-found = rien n’est connu ici sous ce nom ({ $value }) ; importez d’abord la table où cela se trouve, de la source { $other }
wrong-row-other-source = « { $value } » est déjà une autre fiche de la source { $other } ; si le fichier vient d’une autre installation, indiquez une autre source
wrong-row-gone = la fiche créée auparavant n’est plus là, ou vous ne pouvez pas la voir ; demandez à un réviseur de la rétablir
wrong-row-pseudonym = le nom est un pseudonyme : le fichier ne dit pas de qui il s’agit, et une autre fiche de cette personne serait créée
wrong-row-addressee = manque : indiquez à qui c’est demandé
wrong-row-target = manque : indiquez quelle fiche est citée
wrong-row-absent = manque
wrong-row-not-valid = n’est pas valable
wrong-row-cut = la dernière ligne a { $value } cellules sur { $other } et aucune fin de ligne : le fichier semble tronqué ; procurez-vous-le de nouveau, entier
wrong-row-many-cells = la ligne a plus de { $value } cellules
wrong-row-large-cell = la ligne a une cellule de plus de { $value } octets ; des guillemets y sont peut-être restés ouverts
wrong-row-long = la ligne dépasse { $value } octets
wrong-row-open-quote = la ligne a des guillemets ouverts et jamais fermés, si bien que le reste du fichier tient dans une seule cellule ; fermez-les, ou procurez-vous le fichier de nouveau s’il a été tronqué
wrong-row-long-line = la ligne dépasse { $value } octets
wrong-row-far-column = il y a une valeur dans la colonne { $value } ; le plus est de { $other } colonnes
wrong-row-large-value = il y a une cellule de plus de { $value } octets

## La lecture d’un fichier, et ce qui ne va pas dans un fichier entier

wrong-note-encoding = le texte est lu comme { $value } ; regardez les lettres accentuées des premières lignes, et indiquez un autre encodage si elles ne sont pas justes
wrong-note-sheets = le classeur a { $value } feuilles ; « { $other } » est lue ; indiquez-en une autre si ce n’est pas la bonne
wrong-note-merged = des cellules sont fusionnées, les premières à la ligne { $value } ; la valeur de cellules fusionnées ne compte que pour la première, les autres sont lues comme vides : défaites la fusion si chaque ligne doit avoir la valeur
wrong-note-formulas = cellules qui sont des formules : { $value } ; elles ne sont pas calculées, on lit la valeur que le classeur en garde
wrong-file-gone = le fichier n’est plus gardé ; envoyez-le de nouveau
wrong-file-empty = le fichier est vide
wrong-file-large-workbook = le fichier a { $value } Mio ; le plus est { $other } Mio pour un classeur, ou 1024 Mio en CSV ; envoyez-le en plusieurs parties
wrong-file-large = le fichier a { $value } Mio ; le plus est { $other } Mio ; envoyez-le en plusieurs parties
wrong-file-columns = la table a { $value } colonnes ; le plus est { $other } ; retirez celles dont on n’a pas besoin
wrong-file-no-header = aucune ligne n’a les noms des colonnes ; dites laquelle c’est
wrong-file-header-row = la ligne { $value } n’a pas de noms de colonnes ; l’en-tête doit être parmi les { $other } premières lignes
wrong-file-old-workbook = c’est un classeur d’ancien format (.xls), ou protégé par un mot de passe ; enregistrez-le en .xlsx ou en CSV
wrong-file-no-table = envoyez une table : CSV, XLSX ou JSON Lines
wrong-file-json = aucune ligne n’est un objet JSON ; mettez un objet par ligne
wrong-file-no-sheet = le classeur n’a pas de feuille
wrong-file-other-sheet = le classeur n’a pas de feuille « { $value } » ; il a { $other }
wrong-file-password = le classeur a un mot de passe ; enregistrez-le sans, ou en CSV
wrong-file-not-whole = ce n’est pas un classeur entier ({ $value }) ; ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx ou en CSV
wrong-file-unpacked = le classeur décompressé dépasse { $value } Mio, le plus qui soit permis ; envoyez la feuille en CSV
wrong-file-character = le fichier n’est pas en { $value } : aucun caractère ne commence à l’octet { $other } ; indiquez un autre encodage
wrong-file-cut = ce n’est pas un classeur entier : { $value } ; il a peut-être été tronqué en route
wrong-file-broken = ce n’est pas un classeur entier : { $value }
wrong-file-parts = le classeur a { $value } parties ; le plus est { $other }
wrong-file-row = ligne { $value } : { $other }

## Les dates en mots

date-day = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
date-day-month = { $day ->
    [1] 1er { $month }
   *[other] { $day } { $month }
}
date-month = { $month } { $year }
date-day-of-month = un jour de { $month } { $year }
date-day-of-year = un jour de { $year }
date-month-of-year = un mois de { $year }
date-some-year = une année entre { $from } et { $to }
date-season = { $season } { $year }
date-about = { $kind ->
    [day] vers le { $date }
   *[other] vers { $date }
}
date-perhaps = peut-être { $date }
date-perhaps-about = { $kind ->
    [day] peut-être vers le { $date }
   *[other] peut-être vers { $date }
}
date-span = { $from } – { $to }
date-span-unsure = { $from } – { $to }
date-since = { $kind ->
    [day] depuis le { $date }
   *[other] depuis { $date }
}
date-since-unknown = à partir de : { $date }, fin inconnue
date-until = jusqu’à : { $date }
date-until-unknown = jusqu’à : { $date }, début inconnu
date-understood = compris comme : { $value } ({ $other })
date-understood-unknown = compris comme : inconnue ; le champ reste vide
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
season-21 = printemps
season-22 = été
season-23 = automne
season-24 = hiver

## Countries

nav-countries = Pays
countries-about = Les pays où quelque chose s’est produit, et ceux dont parlent des déclarations. Ouvrez un pays pour ses chiffres, son droit et ses demandes en suspens.
countries-none = Dès que vous pourrez voir un événement ou une déclaration, son pays figurera ici.
countries-capped = Un + indique que le compte s’est arrêté à { $shown } : il y en a davantage.
filter-happened_in = Pays d’un événement
figures-heading = Chiffres
figures-title = { $value } : chiffres
figures-victims = Victimes
figures-rule = Un événement compte dans le pays où il s’est produit, et un incident avec lui. Une victime est une personne ou un groupe distinct qui a été visé. Ce que vous ne pouvez pas voir n’est pas compté.
figures-unit-events = Événements.
figures-overlap = Les catégories se recoupent : un événement peut compter dans plusieurs lignes.
figures-named-about = Nombre d’événements où l’acteur est nommé dans ce rôle.
figures-more = { $count ->
    [one] { $shown } de plus
   *[other] { $shown } de plus
}
figures-unknown = non consigné
figures-none = Rien n’est compté dans cette période.
figures-year = Année
figures-year-unknown = date inconnue
figures-by-year = Par année
figures-by-year-about = L’année du premier jour que la date d’un événement peut désigner. Les barres sont des événements ; les victimes visées au cours de plusieurs années comptent dans chacune.
figures-by-type = Par type d’événement
figures-by-right = Par droit touché
figures-by-perpetrator = Par genre d’auteur
figures-by-target = Par genre de cible
figures-perpetrators = Le plus souvent nommés comme auteurs
figures-targets = Le plus souvent nommés comme cibles
figures-many = Il y a beaucoup d’événements dans cette période ; les compter de toutes les façons prend un moment.
figures-open = Afficher tous les chiffres
country-periods = Périodes
country-all-time = Toutes les années
country-year-so-far = { $value } jusqu’à présent
country-last-years = Cinq dernières années
country-since = Depuis le { $value }
country-until = Jusqu’au { $value }
country-between = Du { $value } au { $other }
country-period-hint = Des jours, sous la forme AAAA-MM-JJ. Un événement appartient à une période par le premier jour que sa date peut désigner. Si aucun jour ne lui est donné, le droit est celui du dernier jour de la période, ou d’aujourd’hui.
country-wrong-day = { $value } : « { $other } » n’est pas un jour qui existe ; écrivez-le AAAA-MM-JJ, comme 2017-11-26.
country-wrong-period = La période finit avant de commencer ; échangez les deux jours.
country-no-events = Aucun événement que vous puissiez voir ne s’est produit ici dans cette période.
country-law-day = Droit à la date du
country-law = Droit en vigueur au { $value }
country-law-about = Où en était le pays à l’égard de chaque instrument ce jour-là, d’après ce qu’il avait fait jusqu’alors.
country-law-none = Aucun instrument n’obligeait le pays ce jour-là, d’après ce qui est consigné.
country-law-since = Depuis
country-law-force = En vigueur depuis
country-law-reservation = Réserve ({ $value })
country-law-others = { $count ->
    [one] { $shown } instrument qui ne l’obligeait pas
   *[other] { $shown } instruments qui ne l’obligeaient pas
}
country-demands = Demandes
country-demands-about = Celles des déclarations à propos du pays, quelle que soit la période, selon ce qu’il en est advenu.
country-demands-open = En suspens
country-no-demands = Aucune demande que vous puissiez voir n’est faite dans une déclaration à propos de ce pays.
country-statements = Déclarations à son propos
country-no-statements = Aucune déclaration que vous puissiez voir n’est à propos de ce pays dans cette période.
country-statements-count = { $count ->
    [one] { $shown } déclaration dans cette période
   *[other] { $shown } déclarations dans cette période
}
country-statements-more = Plus de { $shown } déclarations dans cette période
country-days-ago = { $count ->
    [0] faite aujourd’hui
    [one] faite hier
   *[other] faite il y a { $shown } jours
}
country-months-ago = { $count ->
    [one] faite il y a { $shown } mois
   *[other] faite il y a { $shown } mois
}
country-years-ago = { $count ->
    [one] faite il y a { $shown } an
   *[other] faite il y a { $shown } ans
}

## The public portal

portal-title = Fiches publiées
portal-what = Ce que c’est
portal-about = Des fiches d’incidents relatifs aux droits humains que cette organisation a relues et publiées : ce qui a été dit, qui est concerné, ce qui s’est passé, et quel droit oblige. Tout fait repose sur la déclaration qui le dit.
portal-shown = Seul ce qui est publié et public est montré ici, et cela seul est compté. Il peut y en avoir davantage qui n’est pas public, pour protéger des personnes ; un petit nombre, ou aucun, ne veut pas dire qu’il s’est passé peu de choses.
portal-protected = Les personnes protégées apparaissent sous un pseudonyme. Prenez garde aux petits nombres : n’essayez pas d’en déduire qui est quelqu’un.
portal-counting = Chaque nombre dit son unité : un incident est un dossier, un événement est un acte d’un seul type, une victime est une personne ou un groupe distinct qui a été visé.
portal-reuse = Réutiliser ces fiches
portal-no-licence = Aucune licence n’est indiquée. Demandez à l’organisation avant de publier des copies de ce qui est ici.
portal-cite = Pour citer :
portal-latest = Publié en dernier
portal-all-countries = Tous les pays
portal-files = Fichiers
portal-files-about = Tout ce qui est public, sous forme de fichiers ; les listes offrent la même chose pour ce que leurs filtres retiennent.
portal-busy = Beaucoup de monde consulte ces pages en ce moment. Attendez quelques secondes, et ouvrez de nouveau la page.

## Networks

network-title = Réseau
network-of = Réseau : { $value }
network-about = Qui prend part aux mêmes événements, de quel côté, et qui est affilié à qui ; avec ce qui le dit.
network-open = Le réseau entier, avec ses sources
network-depth = Jusqu’où il s’étend
network-steps = { $count ->
    [one] { $shown } degré
   *[other] { $shown } degrés
}
network-nobody = Personne n’est encore relié à cet acteur
network-nobody-about = Les acteurs sont reliés par les événements auxquels ils prennent part, et par des affiliations.
network-picture = Image du réseau
network-picture-about = L’image montre ce que disent les tableaux ci-dessous.
network-side-against = Contre
network-side-with = Avec, ou à côté
network-counting = Un trait compte les événements auxquels les deux prennent part ; plus il est épais, plus il y en a. Les rôles sont donnés dans l’ordre des noms.
network-left-out-actors = { $count ->
    [one] { $shown } autre acteur est relié à ceux qui sont montrés, moins étroitement.
   *[other] { $shown } autres acteurs sont reliés à ceux qui sont montrés, moins étroitement.
}
network-left-out-edges = { $count ->
    [one] { $shown } trait plus faible entre ceux qui sont montrés est omis.
   *[other] { $shown } traits plus faibles entre ceux qui sont montrés sont omis.
}
network-near = Reliés à { $value }
network-far = Parmi les autres
network-who = Qui
network-how = Comment, dans quels rôles
network-sources = Derniers événements, et ce qui le dit
network-more-citations = { $count ->
    [one] et { $shown } autre citation
   *[other] et { $shown } autres citations
}
network-no-source = aucune source citée
network-api-about = Le même réseau pour les programmes :
tie-against = contre
tie-decided = a pris une décision concernant
tie-with = avec
tie-intervened = est intervenu pour
tie-affiliated = affiliation
tie-beside = à côté de
filter-with = Ensemble avec (réf.)

## Charts

chart-table = Les nombres dans un tableau
chart-table-below = Les nombres figurent dans un tableau ci-dessous.
chart-most = Le plus grand nombre : { $value }, { $other }.
chart-nothing = Rien à compter.
chart-unknown = non connu
chart-hidden = { $count ->
    [one] { $shown } de plus figure dans le tableau.
   *[other] { $shown } de plus figurent dans le tableau.
}
chart-by-year = Au fil du temps, par année de début
chart-by-type = Par type
chart-by-right = Par droit touché
chart-by-country = Par pays
chart-by-perpetrator_kind = Par genre d’auteur
chart-without-incidents = { $count ->
    [one] { $shown } incident a un événement pour lequel cela n’est pas connu.
   *[other] { $shown } incidents ont un événement pour lequel cela n’est pas connu.
}
chart-without-events = { $count ->
    [one] Pour { $shown } événement, cela n’est pas connu.
   *[other] Pour { $shown } événements, cela n’est pas connu.
}
chart-without-victims = { $count ->
    [one] { $shown } victime est visée par un événement pour lequel cela n’est pas connu.
   *[other] { $shown } victimes sont visées par des événements pour lesquels cela n’est pas connu.
}
chart-overlap = Un même élément peut compter sous plusieurs catégories : la somme des nombres peut dépasser n.
chart-latest-years = Les { $value } dernières années sont montrées.
chart-unit = Compter
chart-break-down = Ventiler par
chart-choose = Tant d’événements répondent qu’un seul graphique est fait à la fois, ce qui peut prendre un moment. Choisissez-en un, ou restreignez la liste.
unit-incidents = incidents
unit-events = événements
unit-victims = victimes
unit-rule-incidents = Dossiers dont au moins un événement répond aux filtres.
unit-rule-events = Événements qui répondent aux filtres, chacun un acte d’un seul type.
unit-rule-victims = Personnes et groupes distincts visés par des événements qui répondent aux filtres ; un groupe compte une fois, quelle que soit sa taille.

## Views of a list, and what it divides into

views = Vues de cette liste
view-table = Tableau
view-timeline = Chronologie
view-charts = Graphiques
view-map = Carte
filter-year = Année
timeline-unknown = Début inconnu
timeline-year-alone = Dans cette année ; le mois n’est pas connu
timeline-oldest-first = Les plus anciens d’abord
timeline-latest-first = Les plus récents d’abord
timeline-month-01 = Janvier
timeline-month-02 = Février
timeline-month-03 = Mars
timeline-month-04 = Avril
timeline-month-05 = Mai
timeline-month-06 = Juin
timeline-month-07 = Juillet
timeline-month-08 = Août
timeline-month-09 = Septembre
timeline-month-10 = Octobre
timeline-month-11 = Novembre
timeline-month-12 = Décembre
facets-over = Parmi ces { $value } :
facets-count = Les compter par genre, par pays et ainsi de suite
facets-too-many = Plus de { $value } répondent : c’est trop pour les compter par genre, par pays et ainsi de suite. Restreignez d’abord la liste.
facets-more = { $count ->
    [one] { $shown } de plus
   *[other] { $shown } de plus
}
count-of-event = { $count ->
    [one] { $shown } événement
   *[other] { $shown } événements
}
count-of-incident = { $count ->
    [one] { $shown } incident
   *[other] { $shown } incidents
}
count-of-statement = { $count ->
    [one] { $shown } déclaration
   *[other] { $shown } déclarations
}
count-of-actor = { $count ->
    [one] { $shown } acteur
   *[other] { $shown } acteurs
}
count-of-demand = { $count ->
    [one] { $shown } demande
   *[other] { $shown } demandes
}

## What contradicts what

contradictions-of-event = Où les sources se contredisent
contradictions-of-statement = Ce qui contredit cette déclaration, et ce qu’elle contredit
contradictions-about = Les deux sont gardées, chacune avec ses mots. Laquelle dit vrai n’est pas décidé ici.
contradictions-denied = Démenti
contradictions-affirmed = Rapporté, allégué, condamné ou confirmé
contradictions-this = cette déclaration
contradictions-more = Il y en a plus que ce qui est montré ici.

## Second factor, API tokens

second-factor-title = Second facteur
second-factor-about = Avec un second facteur, quiconque apprend votre mot de passe ne peut toujours pas entrer : la connexion demande aussi un code qu’affiche une application sur votre téléphone.
second-factor-asked = Votre mot de passe est juste. Ce compte a un second facteur : saisissez le code qu’affiche maintenant votre application.
second-factor-code = Code
second-factor-code-hint = Les six chiffres qu’affiche l’application, ou l’un de vos codes de secours.
second-factor-wrong = Le code n’est pas juste, ou a déjà servi. Attendez le prochain qu’affichera l’application.
second-factor-other = Utiliser un autre compte
second-factor-lost = Si vous avez perdu votre téléphone et vos codes de secours, un administrateur peut retirer le second facteur.
second-factor-set-up = Configurer un second facteur
second-factor-manage = Codes de secours, désactivation
second-factor-scan = 1. Scannez cette image avec l’application
second-factor-scan-about = Toute application de codes temporels (TOTP) convient : Aegis, FreeOTP, 2FAS, ou celle de votre gestionnaire de mots de passe.
second-factor-picture = Code QR contenant le secret qui est aussi écrit au-dessous
second-factor-by-hand = Si vous ne pouvez pas le scanner, saisissez ce secret dans l’application, comme code temporel :
second-factor-confirm = 2. Confirmez que cela fonctionne
second-factor-turn-on = Activer
second-factor-is-on = Activé
second-factor-since = depuis le { $value } UTC
second-factor-codes-left = { $count ->
    [0] Il ne reste aucun code de secours. Créez-en de nouveaux.
    [one] Il reste un code de secours. Créez-en de nouveaux.
   *[other] Il reste { $shown } codes de secours.
}
second-factor-new-codes = Nouveaux codes de secours
second-factor-new-codes-about = Les anciens ne valent plus.
second-factor-make-codes = Créer de nouveaux codes de secours
second-factor-turn-off = Désactiver
second-factor-turn-off-about = Après cela, le mot de passe seul ouvre ce compte.
second-factor-role-needs = Votre rôle exige un second facteur.
second-factor-needed-kept = Votre rôle exige un second facteur, et ce compte n’en a pas. Ce que vous avez saisi est gardé sur cette page : configurez le second facteur dans une autre fenêtre, puis enregistrez.
second-factor-save-now = Il est configuré : enregistrer ce que j’ai saisi
said-second-factor-needed = Votre rôle exige un second facteur. Configurez-le ici, puis continuez.
said-second-factor-off = Le second facteur est désactivé.
recovery-title = Vos codes de secours
recovery-about = Chacun d’eux vous laisse entrer une fois à la place d’un code de l’application, quand votre téléphone est perdu ou cassé.
recovery-once = Ils ne sont montrés que cette fois. Imprimez cette page ou notez-les, et gardez-les ailleurs que votre téléphone.
recovery-for = Pour { $value }
recovery-done = Je les ai
tokens-own = Jetons d’API
tokens-about = Pour les scripts qui interrogent l’API en votre nom. Un jeton ne peut rien de plus que ce que vous choisissez ici, et rien de plus que vous.
token-new = Nouveau jeton
token-for = À quoi il sert
token-may = Ce qu’il peut faire
token-ends = Fin
token-make = Créer le jeton
token-made = Le jeton est créé
token-made-on = Création
token-once = Il n’est montré que cette fois. Copiez-le maintenant, là où le script garde ses secrets.
token-how = Le script l’envoie ainsi :
token-done = Je l’ai copié
token-scopes = Peut
token-revoke = Révoquer
said-token-revoked = Le jeton est révoqué.
scope-read = lire
scope-write = écrire
scope-review = relire
scope-admin = administrer
in-days = { $count ->
    [one] dans { $shown } jour
   *[other] dans { $shown } jours
}
never = jamais
session-device = Avec
session-browser = Navigateur
session-program = Programme
account-language-about = La langue des pages, dans ce navigateur. Les fiches restent dans la langue où elles ont été écrites.

## Administration

nav-admin = Administration
about-kinds-user = Les comptes : qui peut se connecter, et avec quel rôle.
about-kinds-team = Qui peut voir ce qui leur est réservé.
admin-roles = Rôles
about-admin-roles = Ce que chaque rôle peut faire. Chacun peut tout ce que peuvent ceux qui le précèdent.
admin-sessions = Sessions
about-admin-sessions = Qui est connecté maintenant, à commencer par les sessions utilisées en dernier.
admin-tokens = Jetons d’API
about-admin-tokens = Avec quoi les scripts interrogent l’API, et au nom de qui.
admin-vocabularies = Vocabulaires
about-admin-vocabularies = Les mots avec lesquels les fiches sont codées, et leurs libellés dans chaque langue.
admin-audit = Journal d’audit
about-admin-audit = Toute modification, connexion, exportation et lecture de ce qui est confidentiel. Rien ne peut y être modifié ou retiré sans que cela se voie.
admin-health = Bon fonctionnement
about-admin-health = Comment va cette installation de saksi.
admin-more = Il y en a plus que ce qui est montré ici.
sessions-no-address = Les adresses réseau ne sont pas gardées : elles diraient où les gens travaillent à quiconque s’emparerait de ce serveur.
tokens-none = Il n’y a pas de jeton d’API
tokens-none-about = Chacun crée les siens, sur la page de son compte :
kind-user = Utilisateur
kinds-user = Utilisateurs
about-user = Les comptes de ceux qui travaillent avec cette installation.
kind-team = Équipe
kinds-team = Équipes
about-team = Une fiche restreinte n’est vue que par les membres de son équipe, pas même par les administrateurs.
kind-term = Terme
kind-vocabulary = Vocabulaire
form-new-user = Nouvel utilisateur
form-hint-user = L’utilisateur choisit lui-même son mot de passe : une fois le compte enregistré, sa page crée un lien pour cela.
form-new-team = Nouvelle équipe
field-email = Adresse électronique
field-members = Membres
field-members-hint = Les adresses électroniques des comptes, séparées par des virgules.
field-active = Le compte est ouvert
field-active-hint = Quiconque a un compte fermé est déconnecté aussitôt, et ne peut plus se connecter.
col-account = Compte
account-open = ouvert
account-open-about = Le compte peut être utilisé.
account-closed = fermé
account-closed-about = Le compte est fermé : personne ne peut s’y connecter.
role-viewer = Lecteur
role-viewer-about = Voit ce qui est publié et public.
role-researcher = Chercheur
role-researcher-about = Voit aussi ce qui est approuvé, et interne ; l’exporte.
role-monitor = Observateur
role-monitor-about = Consigne des déclarations, des acteurs, des incidents et des événements, et les soumet à la relecture.
role-reviewer = Relecteur
role-reviewer-about = Relit ce que d’autres consignent, corrige toute fiche, tient à jour le droit ; voit ce qui est confidentiel.
role-admin = Administrateur
role-admin-about = Tient aussi à jour les comptes, les équipes et les vocabulaires, et lit le journal d’audit.
roles-may = Peut…
roles-level = Voit les fiches jusqu’au niveau
roles-factor = Doit avoir un second facteur
roles-notes = Les fiches restreintes ne s’ouvrent qu’aux membres de leur équipe, quel que soit le rôle. Un observateur voit aussi ses propres fiches confidentielles et celles qui lui sont confiées. Personne n’approuve sa propre fiche.
roles-factor-about = Les rôles qui doivent avoir un second facteur sont un réglage du serveur, dans saksi.toml :
may-ReadRecords = lire les fiches
may-Export = exporter
may-DefineReports = enregistrer des rapports sous un nom
may-ReadHistory = lire l’historique des fiches
may-CreateRecords = créer des fiches
may-ImportRecords = importer des fichiers
may-ReviseOwnDrafts = modifier ses propres brouillons
may-HideOwnDrafts = supprimer ses propres brouillons
may-ReviseAnyRecord = modifier les fiches des autres, et celles qui ne sont plus des brouillons
may-HideAnyRecord = supprimer et rétablir des fiches
may-Review = relire : approuver, renvoyer, publier, rejeter, retirer
may-MergeRecords = fusionner des fiches qui désignent la même chose, et revenir en arrière
may-Assign = confier des incidents
may-KeepLaw = modifier les instruments, les dispositions et les engagements
may-KeepVocabularies = modifier les vocabulaires
may-KeepUsers = tenir à jour les utilisateurs et les équipes
may-ReadAudit = lire le journal d’audit
team-members = { $count ->
    [one] { $shown } membre
   *[other] { $shown } membres
}
team-empty = Cette équipe n’a aucun membre : les fiches qui lui sont réservées ne sont vues de personne.
team-about = Les membres voient ce qui est réservé à cette équipe, dans la limite de ce que leur rôle permet.
user-no-teams = aucune
user-log = Ce que cette personne a fait, dans le journal d’audit
user-own = C’est votre propre compte. Son mot de passe, son second facteur et ses sessions sont sur sa propre page ; un autre administrateur change son rôle ou le ferme.
user-password = Mot de passe
user-invite = Ce compte n’a pas encore de mot de passe. Créez un lien, et envoyez-le à son titulaire par une voie sûre à vos yeux : c’est le titulaire qui choisit le mot de passe.
user-invite-again = Si son titulaire a oublié le mot de passe, ou si quelqu’un d’autre peut le connaître : créez un lien par lequel le titulaire en choisit un autre. L’ancien mot de passe ne vaut plus dès ce moment, et toutes les sessions se terminent.
user-invite-go = Créer le lien
user-reset = Retirer le second facteur
user-reset-about = Pour quelqu’un qui a perdu son téléphone et ses codes de secours. Assurez-vous que c’est bien cette personne qui le demande. Ses sessions se terminent ; le mot de passe seul la laisse entrer jusqu’à ce qu’elle configure un autre second facteur.
user-no-sessions = N’est pas connecté.
user-end-sessions = Terminer toutes les sessions
second-factor-is-off = Désactivé
said-sessions-ended = Toutes ses sessions sont terminées.
said-second-factor-reset = Le second facteur est retiré, et toutes ses sessions sont terminées.
invitation-made = Le lien est créé
invitation-once = Il n’est montré que cette fois, ne sert qu’une fois, et vaut sept jours. Quiconque l’a choisit le mot de passe : envoyez-le par une voie sûre à vos yeux, comme un message chiffré.
invitation-how = Le compte n’a pas de mot de passe jusque-là. Un nouveau lien ôte toute valeur à celui-ci.
invitation-title = Choisissez votre mot de passe
invitation-about = Pour le compte { $value }.
invitation-go = Enregistrer le mot de passe
invitation-over = Ce lien ne fonctionne plus
invitation-over-about = Il a déjà servi, a plus de sept jours, ou un plus récent a été créé. Demandez-en un autre à un administrateur.
said-password-chosen = Votre mot de passe est enregistré. Connectez-vous avec lui.
audit-filter = Filtrer
audit-who = Qui
audit-what = Quoi
audit-kind = Genre de fiche
audit-record = Fiche (réf. ou id)
audit-when = Quand (UTC)
audit-more = Détails
audit-newest = Les plus récentes d’abord
audit-somebody = quelqu’un d’inconnu
audit-open = ouvrir
audit-unseen = que vous ne pouvez pas voir
audit-nothing = Rien dans le journal ne répond à tous ces filtres
audit-head = Tête de la chaîne
audit-entries = { $count ->
    [one] { $shown } entrée
   *[other] { $shown } entrées
}
check-title = Quelque chose a-t-il été altéré ?
check-about = Chaque entrée porte une empreinte calculée sur la précédente, et chaque modification une empreinte de la fiche telle qu’elle a été laissée. Gardez la tête de la chaîne ailleurs, par exemple sur papier : tant qu’on la retrouve, rien de ce qui la précède n’a été modifié. La vérification recalcule tout, et compare chaque fiche avec sa dernière version. Elle prend un certain temps sur une grande base de données.
check-go = Vérifier maintenant
check-running = Une vérification est en cours. Ouvrez de nouveau cette page dans un moment.
check-failed = La dernière vérification n’est pas arrivée à son terme :
check-right = Tout était tel qu’il avait été écrit, le { $value } UTC : { $other } entrées, leurs fiches et leurs versions.
check-wrong = Le { $value } UTC, { $other } éléments n’étaient pas tels qu’ils avaient été écrits :
check-none = Aucune vérification n’a encore été demandée ici.
said-check-begun = La vérification a commencé.
health-version = Version
health-database = Base de données
health-migrations = Structure des tables
health-up-to-date = à jour
health-not-up-to-date = { $value } étapes faites sur { $other } : exécutez saksi migrate
health-writer = Écriture
health-waiting = { $count ->
    [0] rien n’attend
    [one] une écriture attend
   *[other] { $shown } écritures attendent
}
health-commits = { $count ->
    [one] { $shown } transaction validée depuis le démarrage
   *[other] { $shown } transactions validées depuis le démarrage
}
health-exports = Exportations
health-exports-running = { $value } en cours, { $other } au plus en même temps
health-disk = Disque
health-room = { $value } libres sur { $other }
health-little-room = il reste peu de place
health-room-unknown = On ne peut pas savoir combien de place il reste.
health-programs = Pour les programmes :
vocabulary-terms = Termes
vocabulary-labels = Dans d’autres langues
vocabulary-new-terms = Accepte de nouveaux termes
vocabulary-open-about = Des termes peuvent être ajoutés. Un code n’est jamais modifié ni réutilisé : un terme qui ne doit plus être employé est marqué comme obsolète.
vocabulary-closed-about = Le programme connaît chaque code des autres vocabulaires : leurs mots peuvent être modifiés et traduits, mais aucun ne peut être ajouté.
vocabulary-event_type = Types d’événement
vocabulary-event_family = Familles de types
vocabulary-right = Droits
field-definition = Définition
field-parent = Famille
term-new = Nouveau terme
term-label = Libellé en anglais
term-labels = Libellés dans d’autres langues
term-labels-hint = Un code de langue (BCP 47) tel que fr, km, ar, my ou zh-Hant, et le mot dans cette langue. Une ligne vide est omise.
term-language-row = Langue { $shown }
term-label-row = Libellé { $shown }
term-code-hint = Des minuscules, des chiffres et _ ; il figure dans des fichiers et des programmes, et n’est jamais modifié.
term-rights-hint = Ceux que touche un événement de ce type, sauf si l’événement dit autre chose.
term-deprecated = obsolète
term-deprecated-hint = Il n’est plus proposé. Les fiches qui l’emploient le gardent.
term-used = { $count ->
    [one] { $shown } événement que vous voyez l’emploie : ce que vous modifiez ici, il le dira.
   *[other] { $shown } événements que vous voyez l’emploient : ce que vous modifiez ici, ils le diront.
}
term-used-by-many = Au moins { $shown } événements que vous voyez l’emploient : ce que vous modifiez ici, ils le diront.
term-used-show = Les afficher
term-unused = Aucun événement que vous voyez ne l’emploie.
detail-version = version
detail-rows = lignes
detail-dataset = jeu de données
detail-format = format
detail-records = fiches
detail-kind = genre
detail-second_factor = avec
detail-entries = entrées
detail-wrong = erronés
detail-scopes = peut
did-created = création
did-changed = modification
did-hidden = suppression
did-restored = rétablissement
did-draft = reprise comme brouillon
did-submitted = remise à la relecture
did-needs_changes = renvoi pour correction
did-approved = approbation
did-published = publication
did-rejected = rejet
did-retracted = retrait
did-read = lecture de ce qui est confidentiel
did-read_list = lecture d’une liste contenant ce qui est confidentiel
did-export_begun = début d’une exportation
did-exported = exportation
did-logged_in = connexion
did-login_refused = connexion refusée
did-logged_out = fin d’une session à soi
did-refresh_token_reused = présentation répétée d’un jeton de renouvellement
did-password_changed = changement de son propre mot de passe
did-password_chosen = choix d’un mot de passe sur invitation
did-invited = création d’une invitation
did-second_factor_on = activation du second facteur
did-second_factor_off = désactivation du second facteur
did-second_factor_asked = mot de passe donné, code demandé
did-second_factor_refused = code erroné
did-second_factor_reset = retrait d’un second facteur
did-recovery_codes_made = création de nouveaux codes de secours
did-sessions_ended = fin de toutes les sessions de quelqu’un
did-session_ended = fin d’une session de quelqu’un
did-token_made = création d’un jeton d’API
did-token_revoked = révocation d’un jeton d’API
did-verified = vérification que rien n’a été altéré

## Places and maps

place-country = Pays
place-province = Province ou État
place-town = Ville
place-find = Le trouver dans le répertoire des lieux
place-type-first = Écrivez d’abord quelques lettres du lieu.
place-not-found = Le répertoire ne connaît aucun lieu de ce nom. Gardez le nom tel que vous le connaissez, et dites plus bas à quel point le lieu est connu.
place-none-of-these = Aucun de ceux-ci : garder ce que j’ai saisi
place-elsewhere = Pays de ce lieu : { $value } ; pays du formulaire : { $other }. Corrigez le pays, ou choisissez un autre lieu.
place-filled = Rempli pour { $other } : la province, les coordonnées, et à quel point le lieu est connu ({ $value }).
place-undo = Annuler
field-map = Choisir sur une carte
field-map-hint = Chaque clic rapproche. À quel point le lieu est connu découle d’à quel point vous êtes près ; dites vous-même qu’il est exact, s’il l’est.
picker-alt = Carte : cliquez pour vous rapprocher et placer le point
picker-closer = Un clic rapproche.
picker-sets = Un clic place le point. À quel point le lieu est connu : { $value }.
map-title = Événements sur la carte
map-about = Les événements figurent là où ils se sont produits, pas plus exactement que cela n’est connu. Ceux qui sont proches les uns des autres sont regroupés.
map-as-list = Afficher en liste
map-more = ce sont les { $shown } plus récents ; il y en a davantage. Filtrez pour en voir d’autres.
map-view-wrong = L’adresse ne dit pas quelle partie du monde montrer ; retirez-en « view » pour tout voir.
map-label = { $count ->
    [one] Carte avec { $shown } événement ; le tableau ci-dessous dit la même chose
   *[other] Carte avec { $shown } événements ; le tableau ci-dessous dit la même chose
}
map-small = Carte des lieux
map-where = Où cela s’est produit
map-open = Ouvrir sur la carte des événements
map-move = Déplacer la carte
map-closer = Plus près
map-farther = Plus loin
map-north = Nord
map-south = Sud
map-west = Ouest
map-east = Est
map-whole = Tout afficher
map-shaded = Seul le pays est connu : il est ombré, et ses événements sont comptés dans le tableau.
map-table = Lieux
map-precision = À quel point il est connu
map-closer-to = Plus près
map-around = environs : { $value }, { $other }
map-no-places = Aucun de ces événements n’a de lieu dans cette partie de la carte.
map-in-others = { $count ->
    [one] { $shown } événement à un endroit qui n’est pas dessiné : rapprochez-vous pour le voir
   *[other] { $shown } événements à des endroits qui ne sont pas dessinés : rapprochez-vous pour les voir
}
map-other-countries = { $count ->
    [one] { $shown } événement dans un autre pays, dont seul le pays est connu
   *[other] { $shown } événements dans d’autres pays, dont seul le pays est connu
}
map-outside = { $count ->
    [one] { $shown } événement ailleurs, hors de cette partie de la carte
   *[other] { $shown } événements ailleurs, hors de cette partie de la carte
}
map-without-point = { $count ->
    [one] { $shown } événement sans coordonnées, ou avec une province que le répertoire ne connaît pas
   *[other] { $shown } événements sans coordonnées, ou avec une province que le répertoire ne connaît pas
}
map-international = { $count ->
    [one] { $shown } événement dans aucun pays : dans les eaux internationales, dans l’espace aérien international ou en ligne
   *[other] { $shown } événements dans aucun pays : dans les eaux internationales, dans l’espace aérien international ou en ligne
}
map-unknown = { $count ->
    [one] { $shown } événement dont le lieu n’est pas connu
   *[other] { $shown } événements dont le lieu n’est pas connu
}
map-credit = Les frontières et les noms sur les cartes sont ceux de leurs sources. Les montrer n’est pas prendre parti sur l’appartenance d’un lieu, le tracé d’une frontière ou le nom d’un lieu.
filter-admin1 = Province ou État
filter-bbox = Dans les limites (ouest, sud, est, nord)
sources-title = D’où viennent les lieux et les cartes
sources-about = Ils font partie du programme ; rien n’est demandé à d’autres serveurs. Les frontières et les noms sont ceux de leurs sources, et ne disent rien de l’appartenance d’un lieu.
sources-geonames = Villes et provinces, réduites à leurs noms et coordonnées :
sources-subdivisions = Codes et noms des provinces dans d’autres langues :
sources-outlines = Contours des pays, dans le domaine public :

## Unfinished forms

unfinished = Formulaires inachevés
unfinished-about = Ce que vous avez saisi et pas encore enregistré. Personne d’autre ne le voit. C’est supprimé quand vous l’enregistrez ou l’abandonnez, et après 30 jours.
unfinished-here = Vous avez un formulaire inachevé comme celui-ci ; reprenez-le :
unfinished-since = gardé le { $value } UTC
unfinished-discard = Abandonner
unfinished-keep = Le garder inachevé pour plus tard
unfinished-kept-at = Gardé inachevé le { $value } UTC
unfinished-unkept = Pas gardé : il n’y a pas de connexion. Ce que vous avez saisi est encore sur cette page ; restez-y.
unfinished-ended = Votre session est terminée. Rien n’est perdu : enregistrez le formulaire, et votre mot de passe vous sera demandé.
said-unfinished-kept = Le formulaire est gardé pour vous. Reprenez-le quand vous voudrez.
said-unfinished-discarded = Le formulaire inachevé est supprimé.

## Saved searches

saved = Recherches enregistrées
saved-about = Des recherches que vous avez gardées sous un nom. Personne d’autre ne les voit.
saved-none = Vous n’avez pas de recherche enregistrée.
saved-how = Filtrez une liste, puis ouvrez « Recherches enregistrées » au-dessus d’elle et donnez un nom à la recherche.
saved-manage = Renommer ou supprimer
saved-name = Nom de cette recherche
saved-save = Enregistrer cette recherche
saved-new-name = Nouveau nom de { $value }
saved-rename = Renommer
saved-delete = Supprimer
said-search-saved = La recherche est enregistrée.
said-search-renamed = La recherche a son nouveau nom.
said-search-deleted = La recherche est supprimée.

## Who sees a record

audience-who = Qui la voit
audience-sees = Qui peut la voir maintenant : { $value }.
audience-now = Qui la verrait en l’état : { $value }.
audience-published = Une fois publiée : { $value }.
audience-nobody = personne
audience-people = { $count ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
audience-with-you = { $value }, dont vous
audience-role-viewer = { $count ->
    [one] { $shown } lecteur
   *[other] { $shown } lecteurs
}
audience-role-researcher = { $count ->
    [one] { $shown } chercheur
   *[other] { $shown } chercheurs
}
audience-role-monitor = { $count ->
    [one] { $shown } observateur
   *[other] { $shown } observateurs
}
audience-role-reviewer = { $count ->
    [one] { $shown } relecteur
   *[other] { $shown } relecteurs
}
audience-role-admin = { $count ->
    [one] { $shown } administrateur
   *[other] { $shown } administrateurs
}
audience-which-team = Nommez l’équipe ci-dessous : seuls ses membres la verront.
audience-no-team = Vous n’êtes dans aucune équipe de ce nom. Nommez l’une des vôtres ci-dessous : seuls ses membres la verront.
audience-joins = Parmi ces personnes, seulement celles qui peuvent voir aussi tout ce qu’elle relie.
audience-event = Un événement n’est jamais vu par plus de personnes que son incident.
audience-protected = Les personnes protégées y apparaissent sous leur pseudonyme, sauf pour les relecteurs, les administrateurs, et les observateurs qui les ont saisies ou à qui elles ont été confiées.

## Deleted records and older versions

hidden = Fiches supprimées
hidden-about = Ce qui a été supprimé, à commencer par le plus récent. Rien n’en est perdu : ce que vous rétablissez est tel que c’était.
hidden-none = Rien n’est supprimé.
hidden-when = Suppression
hidden-why = Pourquoi
hidden-restore = Rétablir
hidden-more = D’autres ont été supprimées, qui ne sont pas montrées ici.
version-restore = Revenir à cette version
version-restore-about = La fiche dira de nouveau ce qu’elle disait alors, comme une nouvelle version ; rien de son historique n’est perdu. Qui peut la voir, à qui elle est confiée et comment les personnes sont protégées restent tels qu’ils sont maintenant.
version-restore-go = Rendre cette version actuelle
said-version-restored = L’ancienne version est de nouveau actuelle, comme une nouvelle version.

## Review, side by side

returned-title = La fiche est revenue de la relecture
review-compare = L’examiner et décider
review-since-approved = Ce qui a changé depuis que la version { $value } a été approuvée
review-nothing-changed = Rien n’a changé dans ce qu’elle dit.
review-was = Telle qu’elle a été approuvée
review-is = Telle qu’elle est maintenant
review-all-new = Tout est nouveau
review-all-new-about = Aucune version n’en a été approuvée auparavant.
review-changed = Modifiée depuis son approbation
review-own-record = C’est votre propre fiche : personne n’approuve ses propres fiches. Demandez à un autre relecteur.
review-decide = Votre décision
review-back = Retour à la file de relecture
review-whole = La fiche entière

## Doublons et fusions

nav-duplicates = Doublons
record-duplicates = Doublons possibles
duplicates-about = Paires de fiches qui n’en font sans doute qu’une, cherchées auprès des fiches modifiées en dernier.
duplicates-none = Aucune paire ici qui semble n’en faire qu’une
duplicates-looked = { $count ->
    [0] Il n’y avait rien à examiner.
    [one] Une fiche a été examinée.
   *[other] Les { $shown } fiches suivantes, selon leur dernière modification, ont été examinées.
  }
duplicates-further = Chercher plus loin
duplicates-compare = Comparer
duplicates-export = Exporter les décisions (CSV)
duplicates-none-of-record = Rien ne semble être la même chose
duplicates-none-about = Les noms, les jours, les lieux et les participants ont été comparés à ceux de toutes les fiches que vous pouvez voir.
duplicates-ask = Si deux d’entre elles n’en font qu’une, demandez à un relecteur de les fusionner.
duplicate-likely = la même chose, probable à { $value } %
similar-actor = { $count ->
    [one] Un acteur semblable
   *[other] { $shown } acteurs semblables
  }
similar-event = { $count ->
    [one] Un événement semblable
   *[other] { $shown } événements semblables
  }
similar-ask = Regardez ce qui est déjà là avant de l’ajouter une seconde fois. Rien de ce que vous avez saisi n’est perdu ; les liens s’ouvrent dans un nouvel onglet.
similar-save = Enregistrer quand même
why-same-identifier = Un autre registre donne aux deux l’identifiant { $value }
why-same-name = Les deux s’appellent { $value }
why-name-alike = Presque le même nom : { $value }, { $other }
why-same-kind = Même nature
why-same-day = Même jour
why-dates-overlap = Les dates se recoupent
why-days-apart = Jours d’écart : { $value }
why-same-place = Même lieu
why-place-near = Kilomètres de distance : { $value }
why-same-province = Même province ou État
why-same-country = Même pays
why-same-type = Même type d’événement
why-related-type = Type d’événement apparenté
why-shares-participant = { $value } prend part aux deux
why-participant-alike = Participants au nom presque identique : { $value }, { $other }
why-title-alike = Titre semblable
why-long-between = Mais { $value } jours les séparent
why-other-country = Mais dans des pays différents
why-other-kind = Mais de natures différentes
why-other-gender = Mais de genre différent
why-other-identifier = Mais un registre leur donne des identifiants différents
why-related = Mais quelqu’un a dit ce que l’un est pour l’autre
why-affiliated = Mais l’un est lié à l’autre
compare-title = Est-ce la même chose ?
compare-about = Choisissez quelle fiche est gardée et, pour chaque champ, ce qu’il dit. Ou dites qu’elles sont deux : elles ne seront plus proposées.
compare-unlike = Rien de ce qui a été comparé ne les fait paraître une seule.
compare-keep = Quelle fiche est gardée
compare-keep-hint = L’autre est masquée et sa référence mène à celle qui est gardée. Vous pouvez revenir en arrière.
compare-empty = rien
compare-same = pareil dans les deux, ou présent dans une seule
compare-both = Les deux, l’un sous l’autre
compare-stay = Ce qui reste des deux
compare-stay-hint = Tout ce qui nomme la fiche abandonnée passe à celle qui est gardée.
compare-stricter = Le résultat prend le plus strict des deux : qui peut la voir, et si la personne est protégée.
compare-merge = Fusionner
compare-distinct = Pas un doublon
compare-stale = L’une des deux a été modifiée entre-temps. Regardez-la de nouveau ci-dessous ; vos choix sont gardés.
compare-participations = Qui a pris part
compare-relations = Liens avec d’autres événements
compare-findings = Constatations juridiques
compare-citations = Sources
compare-actor = Acteur
decisions-title = Décisions sur les doublons
decision-merged = fusionné avec
decision-distinct = différent de
decision-undone = Annulé { $value }
decision-undo-merge = Annuler la fusion
decision-undo-distinct = Ce pourrait être la même chose après tout
left-title = À regarder
left-about = Laissés tels quels, pour que vous décidiez.
left-twice = Un acteur figure deux fois dans un rôle, avec des indications qui se contredisent :
left-changed = Modifié depuis, et laissé tel qu’il est maintenant :
left-go = Aller à la fiche
said-merged = Fusionné. Ce qui nommait l’autre fiche nomme maintenant celle-ci.
said-merged-into = La fiche que vous avez demandée a été fusionnée avec celle-ci.
said-distinct = Noté : elles sont deux. Elles ne seront plus proposées.
said-unmerged = La fusion est annulée : les deux fiches sont comme avant.
said-not-distinct = Elles pourront être proposées de nouveau.
action-merged = Fusion avec une autre fiche
action-merged_away = Fusion dans une autre fiche
action-unmerged = Annulation d’une fusion
action-moved = Lien déplacé lors d’une fusion
action-moved_back = Lien remis à sa place

## Versions publiées

nav-releases = Versions publiées
releases-about = Des jeux de données qui restent tels quels, sous un numéro de version, pour être cités et retrouvés.
releases-none = Aucune version n’est encore publiée
release-about = Ce qui était publié et public à un moment donné. Les fichiers d’une version ne changent jamais, sauf si une fiche en est retirée, ce qui est dit ici.
release-new = Publier une version
release-new-about = Tout ce qui est publié et public devient des fichiers que chacun peut lire. Regardez d’abord ce qu’ils révéleraient.
release-ask = Ce qui est à publier
release-look = Voir ce qu’elle révélerait
release-go = Publier { $value }
release-making = La version { $value } est en préparation.
release-look-again = Actualiser
release-failed = La version { $value } n’a pas été faite :
release-candidate = Candidate
release-candidate-about = C’est une candidate, faite pour être examinée avant la version. Citez la version elle-même.
release-all-files = Tous les fichiers dans un ZIP
release-cite = Comment citer
release-files = Fichiers
release-file = Fichier
release-count = Lignes
release-size = Taille
release-what = Ce que c’est
release-made = Faite
release-audience = Faite pour
release-audience-public = tout le monde : ce qui est publié et public
release-filters = Événements compris
release-no-filters = tous
release-compare = Ce qui a changé
release-unknown = inconnu
release-findings = Reconnu avant la publication
release-report = Ce qu’elle révélerait
release-report-clean = Rien n’a été trouvé. Regardez tout de même les textes : un programme ne sait pas ce que les gens devinent.
release-report-about = Regardez ce qui a été trouvé. Modifiez les fiches, donnez les lieux moins exactement, ou reconnaissez-le ci-dessous.
release-small-about = Des personnes visées qui sont moins de { $value } dans leur groupe et peuvent être reconnues :
release-exact-about = Des événements qui ont touché des personnes, protégées ou non, situés plus précisément que le district :
release-naming-about = Des textes qui nomment des personnes protégées. Les noms sont remplacés dans les fichiers, mais le contexte peut dire de qui il s’agit :
release-acknowledge = J’ai regardé tout cela, et cela peut être publié
release-small-cells = { $count ->
    [one] { $shown } petit groupe
   *[other] { $shown } petits groupes
}
release-exact-places = { $count ->
    [one] { $shown } lieu exact
   *[other] { $shown } lieux exacts
}
release-naming-texts = { $count ->
    [one] { $shown } texte qui nomme quelqu’un
   *[other] { $shown } textes qui nomment quelqu’un
}
release-rows = { $count ->
    [one] { $shown } ligne
   *[other] { $shown } lignes
}
release-tombstones = { $count ->
    [one] { $shown } fiche retirée
   *[other] { $shown } fiches retirées
}
release-tombstones-about = Ses lignes, et celles qui s’y rattachaient, ont été retirées des fichiers, dont les sommes de contrôle ont changé. Supprimez les anciennes copies.
release-field-version = Version
release-field-title = Titre
release-field-coarsen = Lieux au plus aussi exacts que
release-field-licence = Licence
release-field-citation = Citation
release-field-k = Moins de personnes que cela, c’est peu
release-field-by = Ce par quoi on pourrait retrouver des personnes
release-field-acknowledge = Ce qui a été trouvé
release-field-record = Fiche
release-version-hint = L’année et un numéro, comme 2026.1 ; pour une candidate 2026.0.1. Il n’est jamais donné deux fois.
release-coarsen-hint = Les coordonnées sont arrondies, et les noms de lieux plus petits omis.
release-coarsen-none = tels qu’ils sont connus
release-citation-hint = Si elle est vide : titre, version et jour.
quasi-country = Pays
quasi-admin1 = Province
quasi-year = Année
quasi-month = Mois
quasi-type = Type d’événement
quasi-gender = Genre
quasi-age_group = Groupe d’âge
withdrawal-safety = pour la sécurité de quelqu’un
withdrawal-consent = à la demande des personnes concernées
withdrawal-legal = comme l’exige une loi ou un tribunal
withdrawal-error = elle n’aurait pas dû y être
tombstone-title = Retirer une fiche
tombstone-about = Pour une fiche qui met quelqu’un en danger. Ses lignes, et celles qui s’y rattachent, disparaissent de tous les fichiers, et les anciens sont supprimés ; il reste visible que cela a été fait, pas de quoi il s’agit. Faites de même dans les autres versions qui l’ont.
tombstone-record = Identifiant ou référence, comme dans les fichiers
tombstone-reason = Pourquoi
tombstone-go = Retirer
difference-title = Ce qui a changé
difference-of = De { $value } à { $other }
difference-about = Lignes de chaque fichier, par leurs clés. Ce qui a été retiré d’une version compte comme retiré.
difference-added = Ajoutées
difference-changed = Modifiées
difference-withdrawn = Retirées
difference-unchanged = Inchangées
difference-rows = Les lignes
said-release-begun = La version est en préparation, ou déjà faite.
said-tombstoned = La fiche est retirée de cette version.
may-MakeReleases = Publier des versions, et en retirer des fiches
did-release_made = publication d’une version
did-release_tombstoned = retrait d’une fiche d’une version

## Imports

imports = Importations
imports-about = Reprenez ce que d’autres ont envoyé sous forme de tableau. Vous voyez ce qui se passerait avant que cela ne se passe, et vous pouvez tout annuler.
import-send = Envoyer un fichier
import-file = Fichier
import-file-hint = CSV, XLSX ou JSON Lines. Rien n’est encore créé : vous voyez d’abord ce qui se passerait.
import-profile = Façon de le lire
import-profile-hint = La plus vraisemblable est trouvée d’après les noms des colonnes.
import-profile-any = À trouver
import-own-mapping = La correspondance ci-dessous
import-sender = Qui l’a envoyé
import-sender-hint = La déclaration sur laquelle tout repose lui est attribuée.
import-sent-on = Envoyé le
import-look = Examiner le fichier
import-look-again = Examiner à nouveau
import-template = Un modèle à remplir
import-template-about = Une ligne est un événement. Le classeur a des listes à choix et dit ce que contient chaque colonne.
import-template-xlsx = Classeur (XLSX)
import-template-csv = En-tête (CSV)
import-earlier = Importations précédentes
import-none = Aucun fichier n’a encore été envoyé.
import-when = Quand
import-state = État
import-state-uploaded = À examiner
import-state-checking = En cours d’examen
import-state-checked = Examiné, rien n’est créé
import-state-running = En cours d’importation
import-state-done = Importé
import-state-failed = Arrêté
import-state-undoing = En cours d’annulation
import-state-undone = Annulé
import-at-work = Cela prend un moment. Vous pouvez quitter la page ; le travail continue.
import-reload = Voir où cela en est
import-would = Ce qui se passerait
import-did = Ce qui a été fait
import-rows = Lignes
import-created = Créées
import-updated = Modifiées
import-matched = Déjà connues
import-refused = Refusées
import-incidents = Nouveaux incidents
import-actors = Nouveaux acteurs
import-actors-known = Acteurs connus
import-undone = Annulés
import-left = Modifiés ou utilisés depuis, et laissés
import-run = Importer
import-run-about = Les lignes refusées sont laissées de côté. Tout ce qui est créé est un brouillon.
import-undo = Annuler l’importation
import-undo-about = Ce qu’elle a créé est supprimé, ce qu’elle a modifié redevient ce que c’était. Ce que quelqu’un a modifié ou utilisé depuis reste.
import-refused-file = Lignes refusées avec la raison (CSV)
import-statement = La déclaration sur laquelle elle repose
import-refused-rows = Lignes refusées
import-noted-rows = Lignes à regarder
import-row = Ligne
import-column = Colonne
import-value = Valeur
import-why = Pourquoi
import-doubts = Acteurs qui sont peut-être les mêmes
import-doubts-about = Ils ressemblent à des acteurs connus. Rien n’a été fusionné : comparez-les dans la liste des doublons probables.
import-read-as = Comment le fichier est lu
import-size = Taille
import-line-ends = Fins de ligne
import-ends-mixed = mélangées
import-hxl = Ligne des balises HXL
import-kind = Chaque ligne est
import-kind-event = un événement
import-kind-incident = un incident
import-kind-actor = un acteur
import-kind-statement = une déclaration
import-kind-participation = la part de quelqu’un dans un événement
import-kind-citation = une citation
import-kind-demand = une demande
import-encoding = Caractères
import-encoding-utf-8-bom = UTF-8 avec marque
import-delimiter = Entre les cellules
import-delimiter-comma = virgule
import-delimiter-semicolon = point-virgule
import-delimiter-tab = tabulation
import-sheet = Feuille
import-header-row = Ligne des noms de colonnes
import-dates = Dates comme 03/04/2005
import-dates-unsaid = sont refusées
import-dates-day_first = le jour d’abord
import-dates-month_first = le mois d’abord
import-source = Registre dont les lignes ont les identifiants
import-mapping = Ce que contiennent les colonnes
import-mapping-about = Choisissez ce que contient chaque colonne. Celles qui ne sont pas lues sont laissées de côté.
import-first-values = Premières valeurs
import-holds = Contient
import-not-read = – non lue –
import-likely = Vraisemblable : { $value }
import-all-rows = { $value } de toutes les lignes
import-words = Ce que signifient les mots du type
import-words-hint = Un par ligne : le mot du fichier, =, le code du type. Un mot qui finit par * vaut pour tous ceux qui commencent ainsi.
import-save-profile = Garder cette correspondance
import-profile-name = Nom
import-profile-name-hint = Petites lettres, chiffres et traits d’union.
import-profile-title = À quoi elle sert
said-import-profile = La correspondance est gardée.
did-import_uploaded = envoi d’un fichier
did-import_begun = début d’une importation
did-imported = importation d’un fichier
did-import_undo_begun = début de l’annulation d’une importation
did-import_undone = annulation d’une importation

## Reports
report-colon = { "\u202f:" }{ " " }
report-stop = { "." }
report-comma = ,{ " " }
# Avant et après les mots d’autrui.
report-quote = «{ "\u00a0" }{ $value }{ "\u00a0" }»
report-semicolon = { "\u202f;" }{ " " }
report-mark-unknown = ?
report-more = { $count ->
    [one] et 1 autre
   *[other] et { $shown } autres
}
report-beyond = Hors de la carte{ "\u00a0" }: { $shown }
report-kilometres = { $value }{ "\u00a0" }km
report-title-country = { $value } : rapport sur les droits humains
report-title-upr = { $value } : communication pour l’Examen périodique universel
report-title-treaty_body = { $value } : communication à un organe conventionnel
report-title-numbers = Les droits humains en chiffres : { $value }
report-title-brief = { $value } : note de synthèse
report-title-actor = { $value } : dossier
report-title-sdg_16_10_1 = { $value } : indicateur 16.10.1 des objectifs de développement durable
report-section-profile = De qui il s’agit
report-section-key_figures = Chiffres clés
report-section-comparison = Comparaison
report-section-indicator = Indicateur 16.10.1
report-section-trend = Au fil du temps
report-section-by_type = Ce qui s’est passé
report-section-by_right = Droits touchés
report-section-by_target = Qui a été visé
report-section-by_perpetrator = Qui l’a fait
report-section-map = Où cela s’est produit
report-section-timeline = Principaux événements
report-section-cases = Cas
report-section-legal = Cadre juridique
report-section-obligations = Obligations en jeu
report-section-rights = Par droit
report-section-articles = Par article
report-section-contradictions = Récits contradictoires
report-section-demands = Ce qui a été demandé, et ce qu’il en est advenu
report-section-method = Méthode, sources et limites
report-section-annex = Annexe : tous les événements
report-actor = Acteur
report-other-actor = Autre acteur
report-country = Pays
report-instrument = Instrument
report-period = Période
report-audience = Pour
report-audience-name-public = tout le monde
report-audience-name-partners = partenaires, pas pour publication
report-audience-name-internal = usage interne
report-made-at = État des fiches au
report-words = Mots
report-words-of = { $value } sur { $other } au plus
report-contents = Table des matières
report-notes = Sources
report-page-of = Page { $value } sur { $other }
report-table = Tableau
report-chart = Graphique
report-map = Carte
report-available-at = Disponible à l’adresse
report-archived-at = Copie archivée :
report-data = Les nombres derrière le graphique
report-not-known = non connu
report-not-recorded = non consigné
report-made = Comment ce rapport a été fait
report-digest = Empreinte (SHA-256)
report-issuer-unknown = Émetteur non nommé
report-and-others = { $value } et d’autres
report-nothing = Aucun événement n’est documenté dans cette période.
report-documented = Ce sont des faits documentés, pas tout ce qui s’est produit : ce que personne n’a dit, ou que personne n’a pu consigner, n’est pas compté.
report-before = Dans la période précédente ({ $period }), { $events } { $count ->
    [one] événement a été documenté
   *[other] événements ont été documentés
} ; incidents : { $incidents }, victimes : { $victims }.
report-figure-incidents = { $count ->
    [one] incident
   *[other] incidents
}
report-figure-events = { $count ->
    [one] événement
   *[other] événements
}
report-figure-victims = { $count ->
    [one] victime
   *[other] victimes
}
report-rule-incidents = Dossiers comprenant au moins un des événements.
report-rule-events = Chacun est un acte d’un seul type.
report-rule-victims = Personnes et groupes distincts visés ; un groupe compte une fois, quelle que soit sa taille.
report-unit-incidents = Incidents
report-unit-events = Événements
report-unit-victims = Victimes
report-unit-demands = Demandes
report-unit-sources = Sources
report-unit-is-events = Unité : événements. Chacun compte dans le pays où il s’est produit.
report-month = Mois
report-year = Année
report-trend-events = Événements documentés au fil du temps
report-trend-sources = Sources qui les ont documentés
report-trend-remark = n = { $total } { $count ->
    [one] événement
   *[other] événements
}, selon la date à laquelle chacun a pu commencer au plus tôt. Ce sont des faits documentés, pas une mesure de leur fréquence.
report-month-unknown = Autres événements, dont le mois n’est pas connu : { $events }.
report-year-unknown = Autres événements, dont l’année n’est pas connue : { $events }.
report-sources-remark = Acteurs qui ont émis ou signé une déclaration sur au moins un des événements. Là où moins d’acteurs rapportent, moins d’événements sont connus : comparez les deux graphiques.
report-chart-type = Événements par type
report-chart-right = Événements par droit touché
report-chart-target = Événements par genre de cible
report-chart-perpetrator = Événements par genre d’auteur
report-type = Type
report-right = Droit
report-target = Genre de cible
report-perpetrator = Genre d’auteur
report-kind = Genre
report-unit-remark = n = { $total } { $count ->
    [one] événement
   *[other] événements
}.
report-overlap-remark = n = { $total } { $count ->
    [one] événement
   *[other] événements
} ; les catégories se recoupent, de sorte qu’un événement peut compter dans plusieurs.
report-kind-unknown = Événements pour lesquels rien n’en est consigné : { $events }.
report-rows-left = { $rows } { $count ->
    [one] autre catégorie n’est pas représentée.
   *[other] autres catégories ne sont pas représentées.
}
report-named-target = Le plus souvent nommés comme cibles
report-named-perpetrator = Le plus souvent nommés comme auteurs
report-named-remark = Nombre d’événements où l’acteur est nommé dans ce rôle.
report-map-title = Événements documentés : { $value }
report-map-remark = n = { $events } { $count ->
    [one] événement dont le lieu est connu ; il figure
   *[other] événements dont le lieu est connu ; chacun figure
} aussi exactement que son lieu est connu et peut être dit.
report-map-no-outline = Le contour de { $value } est trop petit pour la carte intégrée{ "\u202f:" } seuls les lieux sont montrés.
report-map-without = { $events } { $count ->
    [one] autre n’a pas de lieu qui puisse être représenté.
   *[other] autres n’ont pas de lieu qui puisse être représenté.
}
report-map-latest = Seuls les { $events } événements les plus récents ont été examinés.
report-timeline-remark = Les événements dont parlent le plus de déclarations ; à égalité, les plus meurtriers et ceux qui ont fait le plus de victimes. Tous figurent dans l’annexe ou dans la liste.
report-denied = Une déclaration le dément.
report-cases-remark = Les incidents dont les événements sont ceux dont parlent le plus de déclarations.
report-by-whom = Par { $people }.
report-to-whom = Contre { $people }.
report-events-left = L’incident comprend { $events } { $count ->
    [one] autre événement.
   *[other] autres événements.
}
report-annex-table = Événements par date
report-annex-all = n = { $total } { $count ->
    [one] événement, selon le premier jour où il a pu commencer.
   *[other] événements, selon le premier jour où chacun a pu commencer.
}
report-annex-part = Les { $shown } premiers des { $total } événements, selon le premier jour où chacun a pu commencer ; la liste les contient tous.
report-ref = Réf.
report-date = Date
report-event = Événement
report-place = Lieu
report-perpetrator-column = Par
report-target-column = Contre
report-status = Statut
report-since = Depuis
report-since-by = { $value } ({ $other })
report-in-force-since = En vigueur pour l’État depuis
report-as-of = Source, état au
report-law-title = { $value } : situation au regard des instruments au { $other }
report-law-remark = D’après les actes consignés, à la date de la dernière colonne ; les actes ultérieurs ne sont pas connus de ce rapport. Les instruments qui ne sont pas ouverts à l’État sont omis.
report-no-limits = Aucune réserve, déclaration ou dérogation de l’État en vigueur ce jour-là n’est consignée. Celles d’autres États peuvent manquer dans la source.
report-limits = Réserves, déclarations et dérogations
report-provision = Disposition
report-note = À noter
report-only-for = Obligent aussi, mais ne protègent que certaines personnes, comme les enfants, les femmes ou les personnes handicapées ; elles sont engagées si les personnes concernées en sont : { $provisions }.
report-reserved = objet d’une réserve de l’État
report-suspended = suspendue à un moment, dans la mesure où elle peut l’être
report-obligations-table = Dispositions qui obligeaient l’État le jour de chaque événement
report-obligations-remark = Établi d’après les droits que touche chaque événement et le droit en vigueur le premier jour où il a pu commencer. Qu’une disposition soit en jeu ne constitue pas la constatation d’une violation.
report-undated = Le jour de { $events } { $count ->
    [one] autre événement n’est pas connu, de sorte qu’aucun droit n’est indiqué pour lui.
   *[other] autres événements n’est pas connu, de sorte qu’aucun droit n’est indiqué pour eux.
}
report-found-title = Constats de tiers
report-found-table = Ce que des tiers ont constaté des événements en droit
report-found = Constat
report-found-by = Par qui
report-found-by-office = consigné sans source
report-found-events = Des tribunaux, organes ou organisations ont constaté pour { $events } { $count ->
    [one] événement qu’une obligation est en jeu ou violée.
   *[other] événements qu’une obligation est en jeu ou violée.
}
report-found-remark = Ce sont les constats d’autrui tels qu’ils sont consignés, distincts de ce qui est établi ci-dessus ; une allégation n’est pas une décision. La date est celle de la déclaration.
report-found-part = Le tableau contient les constats des { $shown } premiers.
report-no-obligations = Aucune disposition consignée n’a été trouvée en jeu.
report-no-articles = Aucun article de l’instrument qui obligeait l’État n’a été trouvé en jeu.
report-article-events = { $events } { $count ->
    [one] événement met en jeu cet article.
   *[other] événements mettent en jeu cet article.
}
report-reserved-article = L’État a formulé une réserve à cet article.
report-right-events = { $events } { $count ->
    [one] événement touche ce droit.
   *[other] événements touchent ce droit.
}
report-right-bound = Il était protégé par { $provisions }.
report-no-contradictions = Aucune déclaration consignée ne dément l’un des événements.
report-affirmed = Affirmé
report-denied-column = Démenti
report-contradictions-table = Ce qui est dit pour et contre
report-contradictions-remark = Les deux sont gardés ; lequel dit vrai n’est pas décidé ici.
report-contradictions-more = Il y en a d’autres.
report-demand = Demande
report-addressee = À qui
report-latest = Ce qu’il en est advenu
report-demands-status = Demandes par statut
report-demands-table = Demandes
report-demands-remark = n = { $total } { $count ->
    [one] demande figurant
   *[other] demandes figurant
} dans des déclarations émises dans la période.
report-demands-part = Les { $shown } premières sur { $total }, selon la date de leurs déclarations.
report-no-demands = Aucune demande n’est consignée dans les déclarations de la période.
report-compare-totals = Totaux
report-compare-types = Événements par type
report-compare-gender = Personnes visées, par genre
report-compare-groups = Personnes visées, par groupe de défenseurs
report-compare-remark = Les incidents sont des dossiers, les événements des actes, les victimes des personnes et des groupes distincts. Les pays sont inégalement documentés : les différences entre eux ne sont pas celles de ce qui s’est produit.
report-gender-remark = Personnes, médias et syndicats distincts visés ; chacun compte une fois par pays. Le genre est consigné quand une source le dit, jamais deviné.
report-groups-remark = Personnes, médias et syndicats distincts visés ; quiconque appartient à plusieurs groupes compte dans chacun.
report-total = Total
report-sdg-figure = { $count ->
    [one] cas avéré
   *[other] cas avérés
}
report-sdg-rule = Personnes distinctes tuées, disparues de force, torturées, détenues arbitrairement ou enlevées lors d’événements confirmés ; quiconque a subi plusieurs actes compte une fois, pour le plus grave.
report-sdg-act = Acte
report-sdg-killing = Meurtre
report-sdg-enforced_disappearance = Disparition forcée
report-sdg-torture = Torture
report-sdg-arbitrary_detention = Détention arbitraire
report-sdg-kidnapping = Enlèvement
report-sdg-other_harmful_act = Autres actes préjudiciables (non compris dans le total de l’indicateur)
report-sdg-journalists = Journalistes
report-sdg-trade_unionists = Syndicalistes
report-sdg-defenders = Défenseurs
report-sdg-types = Types d’événement comptés
report-sdg-table = Cas avérés, par acte et par groupe
report-sdg-remark = Unité : personnes. Seulement les événements dont le degré de certitude est « confirmé ». Une arrestation compte comme détention arbitraire : ce programme ne décide pas si elle l’était.
report-sector = Secteur
report-other-names = Autres noms
report-description = Description
report-affiliations = À quoi l’acteur appartient, et qui lui est rattaché
report-from = De
report-to = À
report-method-units = Un incident est un dossier ; un événement est un acte d’un seul type ; une victime est une personne ou un groupe distinct qui a été visé. Les catégories se recoupent : la somme des lignes peut dépasser le total.
report-method-documented = Ce qui est compté est ce que des déclarations documentent. Ce n’est pas une mesure de la fréquence des faits, et l’absence de déclaration ne prouve pas que rien ne s’est produit.
report-audience-public = Seules les fiches publiées et publiques sont relatées et comptées. Les personnes protégées sont désignées par leur pseudonyme, et le lieu des événements auxquels elles prennent part n’est pas dit plus exactement que la province.
report-audience-partners = Sont relatées et comptées les fiches que des partenaires peuvent voir : publiées ou approuvées, jusqu’à celles d’usage interne. Les personnes protégées sont désignées par leur pseudonyme.
report-audience-internal = Sont relatées et comptées toutes les fiches que peut voir la personne qui a fait ce rapport, brouillons compris. Il ne doit pas être transmis.
report-method-sources = { $events } { $count ->
    [one] événement
   *[other] événements
} ; déclarations qui en parlent : { $statements } ; sources dont elles émanent : { $issuers }.
report-method-confidence = Degré de certitude : { $list }.
report-method-dates = À quel point les dates sont connues : { $list }.
report-method-status = Statut dans la relecture : { $list }.
report-method-filters = Seulement les événements qui répondent à ces filtres : { $list }.
report-method-law = Ce qui obligeait un État un jour donné est déduit des actes consignés, selon les règles d’entrée en vigueur de chaque instrument.
report-logo = Logo
report-logo-of = Logo de { $value }
report-release = Version publiée
report-release-removed = Retiré depuis de la version
report-release-removed-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
report-release-left-out = Omis
report-release-lacks = { $value } (la version ne contient pas ce qu’il y faut)
report-method-release = Établi à partir de la version { $release }, non des fiches telles qu’elles sont maintenant : refait à partir d’elle, le rapport est le même à l’octet près. Les nombres mènent à la version. Le droit est celui de ses instruments et engagements, les libellés sont ceux de ses vocabulaires.
report-method-release-lacks = Une version ne contient ni récits d’événements, ni affiliations d’acteurs, ni constats juridiques, ni preuves de la suite donnée aux demandes ; rien de cela n’est dit ici, qu’il y en ait ou non.
report-method-release-filters = La version ne contient que les événements qui répondent à ces filtres : { $list }.
report-method-release-coarsened = La version n’indique pas les lieux plus précisément que ceci : { $value }.
report-method-release-removed = { $count ->
    [one] { $count } ligne a été retirée de la version après coup ; elle n’est ni racontée ni comptée.
   *[other] { $count } lignes ont été retirées de la version après coup ; elles ne sont ni racontées ni comptées.
}
report-warning-name = Un texte saisi pour le rapport nomme une personne protégée. Il figure dans le rapport tel qu’il a été saisi.
report-warning-cells = { $count ->
    [one] Une cellule d’un tableau de personnes en compte
   *[other] { $shown } cellules de tableaux de personnes en comptent
} moins de cinq, et des personnes protégées sont parmi celles qui sont comptées : quelqu’un pourrait être reconnu.
report-warning-words = Le rapport est trop long. Nombre de mots : { $value }.
report-warning-glyphs = Dans le PDF, � remplace les caractères qu’aucune de ses polices ne contient : { $value }.

## The page of reports
nav-reports = Rapports
reports-about = Ce que les fiches disent d’un pays, de plusieurs ou d’un acteur, sous forme de document à remettre. Chaque nombre mène à ce qu’il compte, chaque événement a ses sources.
reports-audience = Qui doit le lire
reports-audience-hint = À choisir d’abord : le rapport ne dit rien que ces lecteurs ne puissent voir.
reports-preset = Type de rapport
reports-preset-country = Rapport sur un pays
reports-preset-upr = Contribution à l’Examen périodique universel
reports-preset-treaty_body = Contribution à un organe de traité
reports-preset-numbers = Plusieurs pays en chiffres
reports-preset-brief = Note brève
reports-preset-actor = Dossier sur un acteur
reports-preset-sdg_16_10_1 = Indicateur 16.10.1
reports-country-hint = Plusieurs seulement pour « en chiffres ».
reports-actor-hint = Pour un dossier : la référence. Sinon, seulement les événements avec cet acteur.
reports-instrument-hint = Pour un organe de traité : de quel instrument viennent les articles. Sinon, seulement les événements pour lesquels il a été invoqué.
reports-language = Langue du rapport
reports-organisation = Qui le soumet
reports-coalition = Plusieurs organisations le soumettent ensemble
reports-sections = Sections, leur ordre et ce qui les précède
reports-sections-hint = Celles qui ne sont pas cochées sont omises. La plus petite place vient en premier.
reports-place = Place
reports-introduction = Introduction
reports-as-preset = Comme le prévoit le type de rapport
reports-show = Afficher le rapport
reports-made = Le rapport
report-words-are = { $count ->
    [one] { $shown } mot
   *[other] { $shown } mots
}
reports-cases = Incidents racontés en entier
reports-annex = Événements en annexe, au plus
reports-busy = Le rapport est en préparation. Un long rapport prend quelques secondes.
reports-busy-file = Le fichier est en préparation. Le téléchargement commence tout seul.
reports-download = Télécharger { $value }
reports-up = Monter «{ "\u00a0" }{ $value }{ "\u00a0" }»
reports-down = Descendre «{ "\u00a0" }{ $value }{ "\u00a0" }»
reports-moved = { $value }{ "\u00a0" }: place { $other }
reports-stop = Arrêter
reports-stopped = Arrêté. Ce que vous avez saisi est conservé.
reports-failed = Le serveur n’a pas répondu. Ce que vous avez saisi est conservé{ "\u202f" }; réessayez.
reports-ended = Votre session est terminée. Ce que vous avez saisi est conservé{ "\u202f:" } affichez le rapport, et votre mot de passe vous sera demandé.
reports-taken = Le fichier est prêt et s’enregistre.
reports-made-of = Le rapport est sous le formulaire{ "\u00a0" }: { $value }.
reports-words-of = { $value } mots sur { $other } au plus
reports-button = Rapport
reports-logo = Logo
reports-logo-hint = Un PNG ou un JPEG, d’au plus 1 Mo et 4096 × 4096 pixels. Il figure en tête de ce rapport.
reports-logo-set = Mettre ce logo
reports-logo-remove = Retirer le logo
said-logo-kept = Le logo est gardé avec le rapport enregistré.
said-logo-removed = Le logo est retiré.
reports-release = De quelle version publiée
reports-release-none = Aucune : les fiches telles qu’elles sont
reports-release-hint = Établi à partir d’une version, le rapport reste le même chaque fois qu’il est refait. Il dit ce que tout le monde peut voir.
reports-saved = Rapports enregistrés
reports-saved-about = Rapports que vous avez enregistrés sous un nom. Personne d’autre ne les voit. Une fois ouverts, ils remplissent le formulaire ci-dessous.
reports-next-year = Pour l’année suivante
reports-save = Enregistrer ce rapport
reports-save-name = Nom du rapport enregistré
reports-save-hint = Tout ce que dit le formulaire est gardé, pour être refait tel quel ou pour une autre année. Un rapport enregistré du même nom est remplacé.
reports-save-button = Enregistrer sous ce nom
said-report-saved = Le rapport est enregistré.
said-report-deleted = Le rapport enregistré est supprimé.
did-report_saved = enregistrement d’un rapport
did-report_changed = modification d’un rapport enregistré
did-report_deleted = suppression d’un rapport enregistré

# Lire des déclarations

intake = Lire une déclaration
intake-about = Collez une déclaration. saksi y marque qui dit quoi de qui et prépare les fiches : vous les passez en revue et enregistrez.
intake-field-text = La déclaration
intake-field-file = Un fichier
intake-file-hint = Texte brut, page web enregistrée, document Word (DOCX), PDF avec du texte ou source d’un courriel ; 50 Mo au plus.
intake-file-take = Prendre le texte du fichier
intake-file-read-from = Le texte vient de { $value } ({ $other }). Relisez-le, puis faites-le lire.
intake-file-published = Le fichier indique lui-même : { $value }.
intake-file-kind-plain-text = fichier texte
intake-file-kind-html = page web
intake-file-kind-docx = document Word
intake-file-kind-pdf = PDF
intake-file-kind-email = courriel
intake-cut = { $count ->
    [one] { $shown } passage a été laissé de côté
   *[other] { $shown } passages ont été laissés de côté
}
intake-cut-hint = Menus, en-têtes et autres ne font pas partie d’une déclaration. Cochez ce qui en fait partie.
intake-cut-back = Remettre ce qui est coché
intake-text-again = Revenir au texte, pour en remettre une partie
intake-text-again-hint = Revenir au texte recommence son ébauche : ce qui a été décidé ici sera redemandé.
intake-cut-navigation = navigation
intake-cut-sharing = partage
intake-cut-newsletter = lettre d’information
intake-cut-cookies = cookies
intake-cut-related = autres pages
intake-cut-download = téléchargement
intake-cut-contact = contact
intake-cut-end-mark = marque de fin
intake-cut-header = en-tête
intake-cut-footer = pied
intake-cut-page-number = numéro de page
intake-cut-form = formulaire
intake-cut-hidden = caché
intake-cut-comments = commentaires
intake-cut-signature = signature
intake-cut-quoted-reply = réponse citée
intake-field-url = Adresse de la déclaration
intake-field-title = Titre, si le texte n’en a pas
intake-field-language = Langue
intake-text-hint = Le texte entier, tel qu’il a été publié.
intake-read = Lire
intake-nothing-stored = Rien n’est conservé avant que vous enregistriez.
intake-review = Brouillon d’une déclaration
intake-review-about = Acceptez ou rejetez chaque trouvaille, corrigez ce qui est faux, puis enregistrez le tout d’un coup.
intake-text = Le texte
intake-header = Déclaration
intake-actors = Acteurs
intake-events = Événements
intake-instruments = Droit
intake-demands = Demandes
intake-actors-none = Personne n’est nommé.
intake-events-none = Aucun événement n’est raconté.
intake-instruments-none = Aucun droit n’est invoqué.
intake-demands-none = Rien n’est demandé.
intake-actors-add = Ajouter un acteur
intake-events-add = Ajouter un événement
intake-instruments-add = Ajouter du droit
intake-demands-add = Ajouter une demande
intake-add-selected = Ajouter ce qui est sélectionné :
intake-where-read = Où cela a été lu
intake-case = Dossier
intake-case-hint = Les nouveaux événements vont dans un dossier : nommez-en un qui existe, ou laissez vide pour un nouveau.
intake-new-case = Un nouveau dossier
intake-decision = Décision sur
intake-accept = Accepter
intake-reject = Rejeter
intake-edit = Modifier
intake-new-record = Nouveau : aucune fiche ne porte ce nom.
intake-alike = Des événements semblables existent
intake-new-event = Un nouvel événement
intake-this-event = C’est celui-ci :
intake-other-record = Une autre fiche
intake-learn-alias = Désormais, la fiche porte aussi ce nom
intake-by-hand = Ajouté à la main
intake-rule = Règle
intake-save = Enregistrer la déclaration et ce qu’elle dit
intake-accept-rest = Accepter tout le reste
intake-undecided = { $count ->
    [0] Tout est décidé
    [one] Il reste une trouvaille à décider
   *[other] Il reste { $shown } trouvailles à décider
}
intake-left-to-decide = Décidez d’abord de ce qui reste, ou tapez Maj+A pour tout accepter.
intake-keys = Touches
intake-key-Enter = Accepter et passer à la suivante
intake-key-x = Rejeter et passer à la suivante
intake-key-j = Trouvaille suivante
intake-key-k = La précédente
intake-key-e = Modifier ses champs ; Échap pour revenir
intake-key-t = Changer son type
intake-key-1 = Dans un événement, le numéro d’un acteur : auteur, puis cible, puis ni l’un ni l’autre. Pour un acteur, la fiche dont il s’agit ; 0 pour une nouvelle
intake-key-u = Annuler
intake-key-a = Ajouter ce qui est sélectionné dans le texte, puis 1 acteur, 2 événement, 3 droit, 4 demande
intake-key-all = Accepter tout le reste
intake-key-help = Montrer ces touches
intake-key-Ctrl-Enter = Enregistrer
said-intake = La déclaration et ce qu’elle dit sont enregistrés comme brouillons.
said-intake-left = La déclaration et ce qu’elle dit sont enregistrés comme brouillons. Le droit dont il n’est pas dit de quel pays il est n’est pas cité : seul le texte le contient.
field-issuer = Publiée par
field-issuer-hint = Un des acteurs ci-dessous.
field-cosigners = Signée aussi par
field-cosigners-hint = Des acteurs ci-dessous, séparés par des points-virgules.
field-aliases = Autres noms
field-aliases-hint = Séparés par des points-virgules.
field-perpetrators = Commis par
field-perpetrators-hint = Des acteurs ci-dessus, séparés par des points-virgules.
field-targets = Commis contre
field-targets-hint = Des acteurs ci-dessus, séparés par des points-virgules.
field-background = Raconté comme passé
field-law_code = Instrument, par son code
field-law_code-hint = Par exemple ICCPR. Rien pour le droit interne.
field-article = Article
field-article-hint = Par exemple Article 22. Le droit est cité par ses articles.
field-binds = État tenu
field-asked = Ce qui est demandé
field-case = Dossier qui existe
field-decision = Décision
admin-rules = Règles de lecture
about-admin-rules = Ce que valent les règles qui lisent les déclarations ; chacune peut être désactivée.
rules-about = Chaque trouvaille d’une déclaration nomme la règle qui l’a faite. Ce que l’on accepte et rejette montre ce que vaut la règle.
rules-none = Il n’y a pas de règles.
rules-rule = Règle
rules-accepted = Acceptées
rules-rejected = Rejetées
rules-precision = Justes
rules-share = { $value } %
rules-undecided = rien n’est encore décidé
rules-state = État
rules-on = active
rules-off = inactive
rules-switch-on = Activer
rules-switch-off = Désactiver
said-rule-off = La règle est inactive : elle ne trouve plus rien.
said-rule-on = La règle est de nouveau active.
wrong-intake-undecided = n’est pas décidé ; acceptez ou rejetez
wrong-intake-actor = « { $value } » n’est aucun des acteurs acceptés
wrong-intake-case = est nécessaire : le dossier des nouveaux événements, par id ou référence, ou un nouveau avec titre et pays
wrong-intake-twice = est aussi le nom d’un autre acteur du brouillon ; distinguez-les
wrong-intake-addressee = est nécessaire : à qui cela est demandé
wrong-intake-instrument = il n’y a pas d’instrument « { $value } »
wrong-intake-provision = cet instrument n’a pas de disposition « { $value } » ; écrivez Article 22, ou laissez vide
