### See en.ftl. What is not here yet is said in English.

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
login-title = Connexion
login-email = Adresse électronique
login-password = Mot de passe
login-go = Se connecter
login-help = Les comptes sont créés par un administrateur. Si vous avez oublié votre mot de passe, demandez-lui-en un nouveau.
resume-title = Connectez-vous pour enregistrer ce que vous avez saisi
resume-about = Votre session est terminée. Rien n’est perdu : ce que vous avez saisi est gardé sur cette page et sera enregistré dès que vous vous connectez.
resume-go = Se connecter et enregistrer
said-logged-out = Vous êtes déconnecté.
problem-not-found = Il n’y a rien ici
problem-not-found-detail = Cette page n’existe pas, ou vous ne pouvez pas la voir. Vérifiez l’adresse, ou recherchez ce dont vous avez besoin.
problem-forbidden = Vous ne pouvez pas faire cela
problem-start = Aller à l’accueil
start-welcome = Bienvenue, { $value }
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
kind-statement = Déclaration
kinds-statement = Déclarations
kind-incident = Incident
kinds-incident = Incidents
kind-event = Événement
kinds-event = Événements
kind-actor = Acteur
kinds-actor = Acteurs
kind-demand = Demande
kinds-demand = Demandes
kind-instrument = Instrument
kinds-instrument = Instruments juridiques
list-filter = Filtrer et trier
list-any = tous
list-sort = Ordre
list-show = Afficher
list-clear = Retirer tous les filtres
list-total = { $count ->
    [one] { $shown } fiche
   *[other] { $shown } fiches
}
list-export = Exporter
list-next = Page suivante
list-first = À la première page
col-date = Date
col-event = Événement
col-type = Type
col-place = Lieu
col-targets = Cibles
col-status = Statut
events-count = { $count ->
    [one] { $shown } événement
   *[other] { $shown } événements
}
record-change = Modifier
record-history = Historique
form-save = Enregistrer
form-save-draft = Enregistrer comme brouillon
form-save-submit = Enregistrer et soumettre à la relecture
form-cancel = Annuler
form-new-incident = Nouvel incident
form-new-statement = Nouvelle déclaration
form-new-event = Nouvel événement
form-new-actor = Nouvel acteur
date-unknown = date inconnue

## Les dates en mots

date-unknown = date inconnue
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
