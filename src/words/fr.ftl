# Tous nos mots à nous. Les clés et les arguments sont les mêmes dans chaque langue ; un test les compare.

## Keys: what they do, as the footer and the help say it
key-help = touches
key-language = langue : anglais / français
key-theme = thème suivant
key-settings = réglages
key-redraw = redessiner l’écran
key-suspend = retour au terminal un moment
key-up = monter
key-down = descendre
key-left = à gauche
key-right = à droite
key-page-up = page précédente
key-page-down = page suivante
key-first = au début
key-last = à la fin
key-next-field = champ suivant
key-previous-field = champ précédent
key-next-choice = choix suivant
key-previous-choice = choix précédent
key-begin = commencer
key-quit = quitter
key-back = retour
key-choose = choisir
key-new-learner = nouveau nom
key-continue = continuer
key-continue-course = où j’en étais
key-open = ouvrir
key-quiz = quiz
key-review = réviser
key-progress = progression
key-search = chercher
key-glossary = glossaire
key-notes = notes
key-learners = qui est là
key-page = page
key-page-back = page précédente
key-open-focused = consulter
key-next-link = lien suivant
key-previous-link = lien précédent
key-outline = plan
key-note = note
key-bookmark = signet
key-search-lesson = chercher
key-next-hit = résultat suivant
key-previous-hit = résultat précédent
key-rundown = conducteur
key-go-there = y aller
key-close = fermer
key-save = enregistrer
key-answer = répondre
key-next = suite
key-hand-in = remettre
key-letter = choisir par lettre
key-move-up = monter la ligne
key-move-down = descendre la ligne
key-hint = indice
key-lesson = leçon
key-leave-kept = quitter, tout est gardé
key-details = détails
key-retry = recommencer
key-report = écrire un rapport
key-filter = filtrer
key-to-list = vers la liste
key-clear = tout montrer
key-delete = supprimer
key-try-again = réessayer

## Keys: their names
keyname-enter = Entrée
keyname-esc = Échap
keyname-tab = Tab
keyname-backspace = Retour arr.
keyname-delete = Suppr
keyname-insert = Inser
keyname-home = Début
keyname-end = Fin
keyname-page-up = Page préc.
keyname-page-down = Page suiv.
keyname-space = Espace
keyname-ctrl = Ctrl
keyname-alt = Alt
keyname-shift = Maj

## Themes
theme-dark = sombre
theme-light = clair
theme-high-contrast = contraste élevé
theme-sixteen = 16 couleurs
theme-none = sans couleur

## Rapports
report-title = Rapport sur { $name }
report-learner = Stagiaire
report-station = Station
report-course = Cours
report-course-version = { $course }, version { $version }
report-made-at = Établi le
report-summary = En bref
report-course-done = Cours terminé
report-lessons-done = Leçons terminées
report-sections-read = Sections lues
report-tests-passed = Tests réussis
report-outcomes-mastered = Acquis maîtrisés
report-whole-tries = Essais complets
report-misses-standing = Questions critiques encore manquées
report-minutes-active = Minutes actives
report-minutes-left = Minutes restantes
report-started-at = Début
report-last-at = Dernière activité
report-next = À faire ensuite
report-lessons = Leçons
report-tests = Tests
report-misses = Questions critiques manquées
report-outcomes = Acquis
report-attempts = Essais
report-answers = Réponses
report-story = Leçon
report-todo = À faire
report-todo-read = continuer la lecture (lu { $done } sur { $all })
report-todo-resume = reprendre le { $kind ->
    [test] test
   *[quiz] quiz
 } (répondu { $done } sur { $all })
report-todo-take = passer le { $kind ->
    [test] test
   *[quiz] quiz
 }
report-todo-retake = repasser le { $kind ->
    [test] test
   *[quiz] quiz
 }
report-todo-exercise = faire l’exercice
report-minutes = Min
report-sections-seen = Lu
report-sections = sur
report-tries = Essais
report-try = Essai
report-first = 1er
report-best = Meilleur
report-done = Fini
report-test = Test
report-quiz = Quiz
report-passed = Réussi
report-question = Question
report-answer = Réponse
report-put-right = Corrigé
report-outcome = Acquis
report-answered = Réponses
report-mean = Moyenne
report-mastered = Maîtrisé
report-started = Début
report-grade = Note
report-yes = oui
report-no = non
report-true = vrai
report-false = faux
report-note-figures = Les heures sont en UTC. Les notes sont arrondies au pour cent inférieur ; la première est celle du premier essai complet, la meilleure la plus haute. Dans les minutes actives, une pause compte 3 minutes au plus.
report-note-origin = Établi d’après la progression sur un seul ordinateur. Ce n’est pas un certificat.
report-note-earlier = { $runs ->
    [one] Un parcours antérieur du cours n’est pas compris dans ces chiffres.
   *[other] { $runs } parcours antérieurs du cours ne sont pas compris dans ces chiffres.
}
