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

## Counts and times
unit-sections = { $all ->
    [one] { $done } section sur { $all }
   *[other] { $done } section sur { $all }
 }
