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
key-begin-test = commencer
key-join = invitation
key-join-on = continuer
key-join-me = c’est moi
key-join-not = taper un nom
key-quit = quitter
key-back = retour
key-choose = choisir
key-new-learner = nouveau nom
key-continue = continuer
key-continue-course = où j’en étais
key-open = ouvrir
key-quiz = quiz
key-progress = progression
key-review = revoir
key-sign-in = je suis là
key-review-more = réviser encore
key-search = chercher
key-new-search = nouvelle recherche
key-glossary = glossaire
key-notes = notes
key-learners = qui est là
key-pair = en binôme
key-alone = continuer seul
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
key-keep-close = enregistrer et fermer
key-answer = répondre
key-next = suite
key-hand-in = remettre
key-letter = choisir par lettre
key-move-up = monter la ligne
key-move-down = descendre la ligne
key-take = prendre
key-put-down = poser
key-let-go = laisser
key-previous-target = cible précédente
key-next-target = cible suivante
key-previous-question = question précédente
key-next-question = question suivante
key-to-button = au bouton de remise et retour
key-number = choisir par numéro
key-number-place = place
key-number-target = cible
key-extend = marquer et avancer
key-to-result = résultat
key-go-on = continuer
key-practise = revoir les erreurs
key-hint = indice
key-lesson = leçon
key-leave-kept = quitter
key-details = détails
key-retry = recommencer
key-report = écrire un rapport
key-export = écrire les fichiers
key-filter = filtrer
key-to-list = vers la liste
key-clear = tout montrer
key-delete = supprimer
key-try-again = réessayer
key-add-row = nouvelle ligne
key-delete-row = supprimer la ligne
key-undo = annuler
key-redo = rétablir
key-select-all = tout sélectionner
key-word-back = un mot en arrière
key-word-on = un mot en avant
key-delete-word = supprimer le mot

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
report-exercises = Exercices
report-exercise = Exercice
report-found = Constaté au dernier essai
report-misses = Questions critiques manquées
report-confident-errors = Erreurs sûres d’elles
report-outcomes = Acquis
report-attempts = Essais
report-answers = Réponses
report-work-attempts = Essais d’exercices
report-questions = Questions
report-replies = Ce que la personne a répondu
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
report-supervised = Encadré
report-question = Question
report-answer = Réponse
report-form = Questionnaire
report-put-right = Corrigé
report-outcome = Acquis
report-answered = Réponses
report-mean = Moyenne
report-mastered = Maîtrisé
report-started = Début
report-grade = Note
report-chart-lessons = Notes par leçon
report-chart-lessons-about = Une barre est la meilleure note au quiz de la leçon, le trait qui la marque la première. Réussies : { $part } leçons sur { $of }.
report-chart-outcomes = Acquis par leçon
report-chart-outcomes-about = Une case est un acquis de la leçon. Maîtrisés : { $part } acquis sur { $of }.
report-chart-times = Notes au fil du temps
report-chart-times-about = Un point est un essai complet à un quiz ou à un test, du plus ancien au plus récent. Réussis : { $part } essais sur { $of }.
report-chart-try = { $title }, essai { $try }
report-chart-first = première note
report-chart-pass = seuil de réussite
report-chart-passed = réussi
report-chart-not-passed = pas encore réussi
report-chart-mastered = maîtrisé
report-chart-not-mastered = pas encore maîtrisé
pdf-missing-letters = Certaines lettres de cette page n’ont pas pu être dessinées ; leur numéro les remplace entre crochets. La page en HTML les contient.
report-yes = oui
report-no = non
report-true = vrai
report-false = faux
report-note-marked = Noté par { $by } : { $title }, { $points ->
    [one] { $points } point
   *[other] { $points } points
}. { $comment }
report-note-pair = En binôme avec { $name } : { $what }.
report-note-figures = Les heures sont en UTC. Les notes sont arrondies au pour cent inférieur ; la première est celle du premier essai complet, la meilleure la plus haute. Dans les minutes actives, une pause compte 3 minutes au plus.
report-note-origin = Établi d’après la progression sur un seul ordinateur. Ce n’est pas un certificat.
report-note-regraded = { $title } : { $before } % sont devenus { $now } %, car le corrigé de { $questions } a été rectifié. { $reason }
report-note-earlier = { $runs ->
    [one] Un parcours antérieur du cours n’est pas compris dans ces chiffres.
   *[other] { $runs } parcours antérieurs du cours ne sont pas compris dans ces chiffres.
}

# Certificats
certificate-kind = Certificat de fin de formation
certificate-intro = Le présent document certifie que
certificate-of-station = de { $station }
certificate-completed = a suivi jusqu’à son terme la formation
certificate-version = version { $version }
certificate-criteria = Selon les règles de la formation : { $lessons ->
    [one] { $lessons } leçon
   *[other] { $lessons } leçons
 }, { $tests ->
    [one] { $tests } test
   *[other] { $tests } tests
 }, { $work ->
    [one] { $work } exercice pratique
   *[other] { $work } exercices pratiques
 } en plus de ceux des leçons.
certificate-scores = Réussi
certificate-hours = Heures
certificate-hours-attended = { $hours } de présence, selon l’émetteur
certificate-hours-active = { $hours } h { $minutes } min de travail actif, selon l’enregistrement
certificate-supervision = Encadrement
certificate-supervised = Un formateur était présent et a encadré le travail
certificate-unsupervised = Travail en autonomie, sans encadrement
certificate-outcomes = Objectifs maîtrisés
certificate-outcomes-of = { $done } sur { $all }
certificate-period = Période
certificate-from-to = du { $from } au { $to }
certificate-issued = Délivré le
certificate-labelled = { $label } : { $text }
certificate-issued-by = Délivré par
certificate-code = Code de contrôle
certificate-key = Clé de l’émetteur
certificate-how-to-check = Pour le vérifier sans internet : rundown verify FICHIER. Sur papier, comparez le code de contrôle à celui qu’affiche la vérification du fichier.
certificate-no-accreditation = Atteste ce que confirme l’émetteur. Ce n’est ni une accréditation ni un diplôme.
certificate-credential = Attestation Open Badges 3.0, pour les logiciels
certificate-missing-lesson = Leçon non terminée : { $title }
certificate-missing-test = Test non réussi : { $title }
certificate-missing-work = Exercice pratique non réussi : { $title }
certificate-missing-rules = La formation ne dit pas ce qui la termine.

# Clé du formateur, certifier, vérifier
trainer-ask-passphrase = Phrase secrète (elle ne s’affiche pas) :
trainer-ask-passphrase-again = Encore une fois la même :
trainer-key-made = La clé est créée. Imprimez-la maintenant et mettez la page sous clé : rundown trainer key backup. Qui détient la clé peut certifier en votre nom ; sans elle, personne ne le peut.
trainer-key-file = Conservée dans
trainer-key-locked = protégée par une phrase secrète
trainer-key-open = non protégée : qui lit ce fichier détient la clé
trainer-trusted = Les certificats de { $name } sont désormais reconnus ici.
trainer-backup-title = Rundown : clé secrète d’un émetteur
trainer-backup-secret = Ceci est le secret lui-même, sans phrase secrète. Qui détient cette page peut certifier en votre nom.
trainer-backup-keep = Mettez-la sous clé et ne l’envoyez à personne. La clé ci-dessus, did:key:…, est celle que chacun peut connaître.
trainer-backup-restore = Pour la relire : tapez les neuf lignes dans un fichier, puis : rundown trainer key restore FICHIER --name NOM
certify-refused = Pas de certificat pour { $name } : la formation n’est pas terminée selon ses propres règles.
certify-done = Certificat délivré à { $name } par { $issuer }. Code de contrôle { $code }.
certify-not-sealed = Le certificat n’a pas pu être scellé : son texte contient le sceau d’un autre fichier.
verify-valid = Valide : signé par { $name }, et inchangé depuis.
verify-known-own = C’est l’émetteur de ce poste.
verify-known-trusted = Ce poste connaît cette clé sous le nom de { $name }.
verify-known-named = C’est la clé que vous avez indiquée.
verify-learner = Nom
verify-certificate = Certificat
verify-course = Formation
verify-states = Atteste
verify-unsigned = { $file } : non valide. Ce n’est pas un certificat : rien n’y est signé. Un rapport n’est pas un certificat.
verify-changed = { $file } : non valide. Il a été signé, mais ce n’est pas ce qui a été signé : il a été modifié, coupé ou abîmé, ou un autre logiciel l’a réécrit.
verify-two-issuers = { $file } : non valide. Une clé a scellé le fichier, une autre a signé l’attestation qu’il contient.
verify-another = { $file } : non valide. Il est signé par une autre clé que celle que vous avez indiquée : { $key }
verify-unknown = { $file } : non valide ici, car personne ici ne connaît l’émetteur. La signature est bonne, et l’émetteur se nomme « { $name } », ce que chacun peut faire. Sa clé : { $key }
    Demandez sa clé à l’émetteur, pas au stagiaire. Est-ce bien celle-ci ? Alors : rundown verify FICHIER --issuer CLÉ, ou une fois pour toutes : rundown trainer trust CLÉ --name NOM

## Everywhere
loading = Ouverture de votre travail …
too-small = Veuillez agrandir la fenêtre : au moins { $columns } colonnes et { $rows } lignes.
saving-saved = enregistré
saving-saving = enregistrement
saving-failed = NON ENREGISTRÉ
banner-never = Rien de cette session n’est enregistré : { $why }
banner-unsaved = Non enregistré : { $why } Vous pouvez continuer ; tout reste en mémoire. Ctrl-R réessaie.
notice-delivered = Fichier écrit : { $place }
notice-not-delivered = Fichier non écrit : { $why }
nothing-found = Rien trouvé.
time-hours = { $hours }h { $minutes }'
time-left = reste { $time }
time-remain = reste { $time }
key-save-again = réessayer d’enregistrer

## The rundown
home-column-page = PAGE
home-column-slug = SLUG
home-column-story = SUJET
home-column-minutes = MIN
home-column-status = ÉTAT
home-track-left = { $done } sur { $all } · reste { $left }
home-track-done = { $done } sur { $all } · { $left }
home-nothing-left = fait
home-course = Cours
home-review-short = { $count } à revoir · { $left }
home-review = { $count ->
    [one] Révision : 1 question à revoir
   *[other] Révision : { $count } questions à revoir
}
home-tests = Tests
home-end = Fin du cours
home-course-done = Le cours est terminé.
home-panel-outcomes = Vous saurez
home-panel-missed = Pas juste la dernière fois
home-panel-sections = Parties
status-quiz = quiz
status-untouched = pas commencé
status-reading = { $at } parties lues sur { $of }
status-quiz-next = lu jusqu’au bout, le quiz suit
status-quiz-left = commencé, quiz à la question { $at } sur { $of }
status-not-passed = pas encore réussi, meilleur résultat { $grade } %
status-passed = quiz réussi avec { $grade } %, lecture à finir
status-done = fait, meilleur résultat { $grade } %
status-due = dû
status-begun = commencé, pas encore remis
status-later = proposé à la fin du cours
status-due-from = proposé à partir du { $day }
status-form-due = à remplir, si vous le voulez
status-replied = rempli ; vous pouvez le modifier

## First start, and who is here
setup-welcome = Bienvenue à la rédaction.
setup-kept-here = Vos réponses et vos notes restent sur cette machine, sous votre nom. Rien n’est envoyé.
setup-name = Votre nom
setup-station = Votre chaîne
setup-language = Langue
setup-name-needed = Écrivez votre nom : il figure sur les rapports.
learners-title = Qui est là ?
colleagues-title = Qui est assis avec vous ?
# The header while two learners sit at one machine.
pair-names = { $one } avec { $other }
pair-with = avec { $name }

## Questions to decide
ask-cancel = Revenir
ask-save-again = Réessayer
ask-quit-anyway = Quitter et perdre
ask-unfinished-title = Pas terminé
ask-unfinished-text = Ce qui manque ne rapporte rien. Remettre quand même ?
ask-work-on = Continuer
ask-hand-in = Remettre tel quel
missing-fields = Encore vides : { $missing } champs sur { $all }.
missing-text = Le texte est vide, ou encore tel qu’il était donné.
missing-cards = Cartes posées : { $have }. Il en faut au moins { $all }.
missing-marks = Rien n’est encore marqué.
missing-items = Pas encore décidés : { $missing } éléments sur { $all }.
missing-conclusions = Pas encore conclues : { $missing } questions du cas sur { $all }.
missing-steps = Pas encore cochées : { $missing } étapes sur { $all }.
ask-delete = Supprimer
ask-unsaved-title = Non enregistré
ask-unsaved-text = Votre dernier travail n’a pas pu être écrit sur le disque. Si vous quittez maintenant, il est perdu.
ask-note-title = Supprimer la note ?
ask-note-text = Son texte ne pourra pas être récupéré.
ask-report-title = Écrire un rapport
ask-report-text-of = Vos leçons, résultats, essais et acquis, dans un fichier. Sous quelle forme ?
ask-report-html = Page web, à imprimer
ask-report-pdf = PDF, à imprimer et à garder
ask-report-text = Texte
ask-report-md = Markdown
ask-report-csv = Tableur (CSV)
ask-report-json = JSON

## Help and settings
help-title = Toutes les touches
help-here = Sur cet écran
help-everywhere = Partout
settings-title = Réglages
settings-language = Langue
settings-theme = Thème
settings-signs = Signes
settings-unicode = Unicode
settings-ascii = ASCII
settings-forget = Tout ce qui est à moi
settings-delete = supprimer …
settings-back-up = Sauvegarde
settings-copy = en faire une …
takeaway-readme =
    Tout ce que Rundown conserve de { $name }.

    progress.rundown  chaque événement, tel qu’il a été écrit ; « rundown progress import progress.rundown » le reprend, sur n’importe quelle machine
    report.html       le rapport, pour un navigateur ; report.txt dit la même chose
    notes.txt         notes et signets, avec leur place ; notes.json pour les programmes
    drafts.json       le travail qui n’est pas remis, les places et les réglages
    profile.json      nom, station et langue
forget-title = Tout supprimer ?
forget-text = Vos réponses, exercices, notes, brouillons et fichiers de ce dossier sont supprimés, et ses copies de sécurité les perdent aussi. Personne ne pourra les rendre. Ce que vous avez donné à d’autres et les copies sur d’autres disques restent.
forget-ask = Pour supprimer, tapez votre nom, { $name } :
forget-other-name = Ce n’est pas votre nom ; rien n’a été supprimé.
code-title = Ce test s’ouvre avec un code
code-told = Votre formateur donne le code au début du test. Majuscules, espaces et tirets ne comptent pas.
code-ask = Le code :
code-wrong = Ce n’est pas le code de ce test. Demandez à votre formateur de le répéter.
forget-not-as-pair = Continuez d’abord en solo : un binôme ne peut supprimer personne.
notice-forgotten = Tout ce qui était à vous est supprimé.
sample-right = juste
sample-wrong = faux
sample-warn = à voir
sample-begun = commencé
sample-open = ouvert

## Glossary, search, notes
glossary-title = Glossaire
glossary-count = { $count ->
    [one] un terme
   *[other] { $count } termes
 }
glossary-also = Aussi : { $forms }
search-title = Recherche
search-how = Tapez des mots, puis Entrée : toutes les leçons et le glossaire sont parcourus.
search-count = { $count ->
    [one] trouvé une fois
   *[other] trouvé à { $count } endroits
 }
notes-title = Notes
notes-bookmark = Signet
notes-none = Pas encore de notes. Dans une leçon, n écrit une note et m pose un signet.

## My progress
progress-title = Ma progression
progress-lessons = { $n } leçons faites sur { $of }
progress-mastered-short = { $n } acquis sur { $of }
progress-mastered = { $n } acquis sur { $of }
progress-active = { $time } de travail
progress-next = À suivre : { $number } { $title }
progress-first = 1ER
progress-best = MIEUX
progress-tries = ESSAIS
progress-outcomes = ACQUIS
progress-time = TEMPS
progress-critical = { $count ->
    [one] une question critique manquée
   *[other] { $count } questions critiques manquées
 }

## Lecture
reader-seen = { $seen } sections sur { $all }
reader-seen-short = { $seen }/{ $all }
reader-terms = Mots de cette page
reader-left = reste { $minutes }'
outline-title = Plan
outline-start = Début
popup-footnote = Note { $number }
note-title = Note

## In the text of lessons
text-note = À NOTER
text-warning = ATTENTION
text-example = EXEMPLE
text-trainer = POUR LE FORMATEUR
text-figure = Figure
text-picture = Image
text-question = QUESTION
text-too-deep = Trop imbriqué pour être affiché comme prévu ; voici le texte tel qu'il est écrit :
text-too-long = Trop long pour être affiché d'un seul tenant ; voici le début tel qu'il est écrit :
text-too-many-cells = Ce tableau est trop grand pour être affiché en tableau ; voici le texte tel qu'il est écrit :
text-unreadable = Ce bloc n'a pas pu être lu ; voici le texte tel qu'il est écrit :

## What can go wrong
failure-store = Votre travail ne peut pas être ouvert
failure-store-text = Rien n’a été modifié. Une fois le problème réglé, appuyez sur r.
failure-course = Cette partie du cours contient une erreur
failure-course-text = Votre progression est intacte. Montrez cette page à l’auteur du cours.
trouble-forbidden = Cette session n’en a pas le droit.
trouble-deleted = { $place } a été supprimé ici : rien de cette personne n’est repris.
trouble-no-learner = Il n’y a pas d’apprenant { $place } ici.
trouble-no-cohort = Le groupe { $place } n’est pas dans ce dossier : affichez les groupes avec `rundown cohort list`.
trouble-full = Le disque qui contient { $place } est plein : libérez de la place.
trouble-read-only = Impossible d’écrire dans { $place } ({ $why }). Choisissez un autre dossier avec --home.
trouble-newer = { $place } vient d’une version plus récente de Rundown : ouvrez-le avec elle. En attendant, « rundown report » peut le lire.
trouble-damaged = { $place } est endommagé ({ $why }). Rien n’a été touché. « rundown restore --salvage » sauve ce qui peut encore être lu.
trouble-foreign = { $place } n’est pas un journal de Rundown ({ $why }). Rien n’a été touché : déplacez-le, ou choisissez un autre dossier avec --home.
trouble-unsafe = Les réponses ne seraient pas en sécurité dans { $place } ({ $why }). Choisissez avec --home un dossier sur un disque de cette machine.
trouble-busy = { $place } est utilisé par un autre programme : fermez-le, puis réessayez.
trouble-closed = Le journal est fermé : relancez Rundown.
trouble-io = { $place } : { $why }

## Mode texte
plain-welcome = Rundown. { $course }.
plain-hello = Mode texte : chaque question tient sur une ligne, vous répondez sur une ligne. Tapez ? pour l’aide.
plain-help = Tapez ce que la ligne demande, puis Entrée. Partout : q revient en arrière ou termine, l passe du français à l’anglais, ? affiche cette aide. Dans un quiz, h donne un indice et r ouvre la leçon. Une réponse qui est elle-même une de ces lettres se tape avec = devant : =q. Partir ne fait rien perdre.
plain-saved = Tout est enregistré. Au revoir.
plain-saved-again = Tout est de nouveau enregistré.
plain-unsaved = NON ENREGISTRÉ : { $why }
plain-store-failed = Votre progression ne peut pas être ouverte : { $why }
plain-delivered = Enregistré sous { $place }
plain-not-delivered = Le fichier n’a pas pu être écrit : { $why }
plain-language = Langue : { $name }
plain-note = Note
plain-warning = Attention
plain-example = Exemple
plain-figure = Figure
plain-picture = Image
plain-who = Qui est là ?
plain-ask-learner = Tapez votre numéro, de 1 à { $max }, ou n pour un nouveau nom :
plain-join-offer = i : rejoindre { $cohort } avec un nom de la liste du formateur
plain-ask-seat = Tapez votre numéro ou une partie de votre nom, de 1 à { $max }, ou n pour saisir un autre nom :
plain-ask-test-code = Tapez le code, ou Entrée pour remettre le test à plus tard :
plain-first-start = C’est votre première fois ici. Vos réponses restent sur cet ordinateur.
plain-ask-name = Votre nom :
plain-ask-station = Votre station :
plain-ask-language = Numéro de votre langue, de 1 à { $max }, ou Entrée pour celle-ci :
plain-greeting = Bonjour, { $name }.
plain-colleagues = Qui est assis avec vous ?
plain-ask-colleague = Tapez le numéro, de 1 à { $max } ; q revient en arrière :
plain-pair = Vous travaillez en binôme avec { $name } : quiz et exercices comptent pour les deux. a pour continuer seul.
plain-alone = Vous continuez seul.
plain-nobody-else = Personne d’autre n’est connu sur cette machine. Tapez w pour ajouter quelqu’un.
plain-course-line = Fait à { $percent } %, { $left ->
    [one] { $left } minute restante
   *[other] { $left } minutes restantes
}.
plain-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
plain-status-untouched = Pas commencé
plain-status-reading = Sections lues : { $done } sur { $all }
plain-status-quiz-next = Lu ; le quiz vient ensuite
plain-status-quiz-left = Quiz laissé à la question { $done } sur { $all }
plain-status-not-passed = Pas encore réussi, meilleure note { $percent } %
plain-status-passed = Quiz réussi, meilleure note { $percent } % ; il reste quelque chose à lire ou à faire
plain-status-done = Terminé, meilleure note { $percent } %
plain-status-later = Proposé à la fin
plain-status-due-from = Proposé à partir du { $day }
plain-status-due = À remplir, si vous voulez
plain-status-replied = Rempli
plain-ask-menu = Entrée continue où vous étiez. Ou tapez un numéro, de 1 à { $max } ; p ma progression, r révision, d exercices et outils, n notes, g glossaire, s recherche, a travailler en binôme, w autre stagiaire, b sauvegarde, x supprimer tout ce qui est à moi, q fin :
plain-ask-lesson = 1 lire, 2 quiz ; Entrée pour lire :
plain-all-done = Il ne reste rien à faire. Choisissez un numéro pour revoir quelque chose.
plain-faulty = Cette partie du cours ne peut pas être ouverte. Signalez-le à qui vous a donné le cours :
plain-lesson-head = { $minutes } minutes. Ensuite vous saurez :
plain-section = Section { $at } sur { $all }
plain-beginning = Début
plain-inside = Une question au passage ; elle n’est pas notée.
plain-ask-section = Entrée continue ; b section précédente, o plan, n note, m signet, g glossaire, z quiz, q quitter :
plain-ask-last-section = C’était la dernière section. Entrée continue ; b section précédente, o plan, n note, m signet, g glossaire, z quiz, q quitter :
plain-ask-quiz = La leçon est lue. Entrée commence le quiz, q revient au menu :
plain-reviews = { $count ->
    [one] Révision : 1 question à revoir. r la pose.
   *[other] Révision : { $count } questions à revoir. r les pose.
}
plain-review = Révision : des questions qui reviennent. Elles ne changent aucun résultat ; q quitte à tout moment.
plain-recall = D’abord quelques questions des leçons précédentes. Elles ne sont pas notées ; q les passe.
plain-question = Question { $at } sur { $all }
plain-critical = Critique : manquer celle-ci fait échouer le quiz.
plain-hint = Indice : { $hint }
plain-no-hints = Il n’y a pas d’indice ici.
plain-partners = Chacun va avec un autre de ceux-ci :
plain-categories = Catégories :
plain-words-by-number = Les mots par numéro :
plain-ask-single = Numéro de votre réponse, de 1 à { $max } :
plain-ask-multiple = Numéros de tout ce qui est juste, de 1 à { $max }, séparés par des espaces :
plain-ask-order = Les { $max } numéros dans le bon ordre, séparés par des espaces :
plain-ask-match = Qu’est-ce qui va avec « { $option } » ? Son numéro, de 1 à { $max } ; b reprend le dernier :
plain-ask-sort = Catégorie de « { $option } » ? Son numéro, de 1 à { $max } ; b reprend le dernier :
plain-ask-number = Un nombre :
plain-ask-number-unit = Un nombre ({ $unit }) :
plain-ask-short = Votre réponse, un mot ou quelques-uns :
plain-ask-mark = Numéros des mots à marquer, par exemple 2 7-9 :
plain-kept = Gardé d’avant : { $answer }. Entrée seule remet cette réponse.
plain-kept-for-the-end = Gardé. Les notes viennent à la fin.
plain-why-not-a-number = « { $given } » n’est pas un numéro de la liste. Tapez des chiffres, par exemple 2.
plain-why-range = « { $given } » n’est pas dans la liste. Tapez un numéro de 1 à { $max }.
plain-why-menu = « { $given } » n’est pas dans le menu. Tapez un numéro de 1 à { $max }, ou une des lettres.
plain-why-section = « { $given } » n’est pas une section. Tapez Entrée, une des lettres, ou un numéro de 1 à { $max }.
plain-why-twice = { $number } y est deux fois. Tapez chaque numéro une fois.
plain-why-only-one = Une seule réponse est attendue. Tapez un numéro.
plain-why-missing = { $number ->
    [one] Il manque un numéro.
   *[other] Il manque { $number } numéros.
} Tapez-les tous sur une ligne.
plain-why-too-many = { $number ->
    [one] Une seule place est libre. Tapez un numéro.
   *[other] Seules { $number } places sont libres. Tapez autant de numéros au plus.
}
plain-why-taken = { $number } va déjà avec le numéro { $option }, et chacun ne sert qu’une fois. Tapez-en un autre, ou b pour reprendre le dernier.
plain-why-nothing-before = Il n’y a encore rien à reprendre.
plain-why-empty = Rien n’est tapé. Répondez, ou tapez q pour revenir en arrière.
plain-why-long = C’est trop long. { $max } caractères au plus.
plain-why-not-a-figure = « { $given } » n’est pas un nombre. Tapez des chiffres, par exemple 75 ou 2,5.
plain-why-unit = Le nombre est attendu en { $unit }. Tapez-le dans cette unité, ou sans unité.
plain-right = Juste.
plain-wrong = Pas juste.
plain-partly = Juste en partie : { $percent } %.
plain-order-counted = La note compte les voisines : { $kept } sur { $all } suivent la bonne carte.
plain-mark-right = juste
plain-mark-wrong = faux
plain-mark-place = faux, sa place est la { $at }
plain-mark-missed = il manquait
plain-mark-open = non choisi
plain-reason = Pourquoi : { $why }
plain-result = Résultat : { $right } justes sur { $all }, { $percent } %.
plain-passed = Réussi.
plain-not-passed = Pas encore réussi. Vous pouvez recommencer à tout moment.
plain-critical-missed = Critique et manquée : { $prompt }
plain-ask-wrong-ones = 1 reprend les fausses (cela ne compte nulle part), 2 revoit les questions ; Entrée revient au menu :
plain-ask-confidence = Êtes-vous sûr de cette réponse ? 1 sûr, 2 pas sûr :
plain-measured = Ce test mesure. Rien n’en dépend.
plain-no-questions = Il n’y a pas de questions ici.
plain-ask-report = Écrire le rapport dans un fichier : { $formats } ; a le lit en entier ici ; c écrit votre progression pour un autre ordinateur, i en reprend une. Entrée revient en arrière :
plain-ask-term = Numéro d’un terme, de 1 à { $max }, ou le terme lui-même ; Entrée revient en arrière :
plain-ask-search = Mots à chercher ; Entrée revient en arrière :
plain-ask-hit = Numéro d’un endroit à ouvrir, de 1 à { $max } ; Entrée revient en arrière :
plain-hits = { $count ->
    [0] Rien trouvé.
    [one] Un endroit :
   *[other] { $count } endroits :
}

## La ligne de commande
unsaved-ask = Continuer sans enregistrer ? Tapez { $yes } pour continuer, autre chose pour quitter :
unsaved-yes = oui
unsaved-at-end = Vos dernières réponses n’ont pas pu être enregistrées. { $why }
## Quizzes
quiz-title = quiz
quiz-title-test = test
quiz-title-recall = rappel
quiz-title-practice = entraînement
quiz-title-inside = Question
quiz-title-review = révision
quiz-recall-intro = D’abord quelques questions sur des leçons précédentes. Elles ne comptent pas ; Échap les passe.
quiz-position = question { $at } sur { $of }
quiz-position-short = { $at }/{ $of }
quiz-critical = critique
quiz-right-count = { $count ->
    [one] { $count } juste
   *[other] { $count } justes
}
quiz-questions = QUESTIONS
quiz-hand-in = Remettre
quiz-hand-in-sure = Remettre : je suis sûr
quiz-hand-in-unsure = Remettre : je ne suis pas sûr
quiz-why = Pourquoi :
quiz-hint = Indice { $at } sur { $of } :
quiz-field = Réponse :
quiz-typed = Votre réponse :
quiz-right-answer = Juste : { $answer }
quiz-order-counted = { $arrow } montre la place d’une carte. La note compte les voisines : { $kept } sur { $all } suivent la bonne carte.
quiz-belongs = va avec : { $target }
quiz-targets = Chacune sert une fois au plus :
quiz-categories = Rangez chaque carte dans l’une de ces catégories :
answer-true = Vrai
answer-false = Faux
quiz-not-marked = non marqué
verdict-right = Juste.
verdict-wrong = Ce n’est pas juste.
verdict-partly = En partie juste : { $grade } %.
verdict-critical = Cette question est critique : sans elle, le quiz n’est pas réussi.

## Why an answer cannot be handed in yet
not-yet-wrong-form = C’est la réponse à une question d’un autre type.
not-yet-unknown = La question n’a pas de « { $text } ».
not-yet-nothing-chosen = Choisissez d’abord une option.
not-yet-nothing-ticked = Cochez d’abord au moins une option.
not-yet-twice = « { $text } » y est deux fois.
not-yet-unplaced = { $count ->
    [one] Une carte n’a pas encore de place.
   *[other] { $count } cartes n’ont pas encore de place.
}
not-yet-target-twice = « { $text } » sert à deux cartes.
not-yet-nothing-typed = Tapez d’abord une réponse.
not-yet-too-long = La réponse dépasse { $count } caractères.
not-yet-not-a-number = « { $text } » n’est pas un nombre. Écrivez par exemple 75, 75,5 ou 1 240.
not-yet-other-unit = « { $text } » n’est pas l’unité demandée.
not-yet-nothing-marked = Marquez d’abord au moins un mot.

## The result of a quiz
result-title = résultat
result-passed = RÉUSSI   { $grade } %
result-not-passed = PAS ENCORE RÉUSSI   { $grade } %
result-pass-mark = seuil { $grade } %
result-measured = RÉSULTAT   { $grade } %. Ce test mesure ; rien n’en dépend.
result-confident = { $sure ->
    [0] Aucune réponse n’a été donnée comme sûre.
   *[other] Erreurs sûres d’elles : { $wrong } des { $sure } réponses données comme sûres n’étaient pas justes.
}
result-supervised = Encadré : commencé avec le code du formateur
result-unsupervised = Non encadré
result-right = { $right } sur { $of } entièrement justes
result-tries = essai { $try } : premier { $first } %, meilleur { $best } %
result-critical = { $count ->
    [one] Une question critique est manquée. Elle doit être entièrement juste, quel que soit le total.
   *[other] { $count } questions critiques sont manquées. Elles doivent être entièrement justes, quel que soit le total.
}
result-practice = Entraînement : { $right } sur { $of } entièrement justes. Cela ne compte pas.
review-result = { $right } sur { $of } entièrement justes. Aucun résultat n’en change.
review-tomorrow = { $count ->
    [one] Une revient demain.
   *[other] { $count } reviennent demain.
}
review-this-week = { $count ->
    [one] Une revient d’ici une semaine.
   *[other] { $count } reviennent d’ici une semaine.
}
review-later = { $count ->
    [one] Une revient plus tard.
   *[other] { $count } reviennent plus tard.
}
review-more = { $count ->
    [one] Une autre attend, pour quand vous voudrez.
   *[other] { $count } autres attendent, pour quand vous voudrez.
}
review-nothing-due = { $days ->
    [one] Rien à réviser aujourd’hui. La prochaine question revient demain.
   *[other] Rien à réviser aujourd’hui. La prochaine question revient dans { $days } jours.
}
review-nothing-yet = Rien à réviser. Les questions auxquelles vous avez répondu reviennent ici après quelques jours.
result-cannot-practise = Ces questions ne peuvent pas s’ouvrir : le cours de cette machine a un défaut.

## Ce qui est constaté dans un travail
finding-empty = Rien n’est rempli ici, et il le faut.
finding-cells = { $count } cases de ce tableau sont vides, et il les faut.
finding-choice = Ceci n’est pas un des choix.
finding-number = Ce n’est pas un nombre. Écrivez des chiffres, par exemple 75 ou 2,5.
finding-timecode = Ce n’est pas un timecode. Écrivez heures, minutes, secondes et images : 00:00:08:00. Les images restent sous la cadence.
finding-duration = Ce n’est pas une durée. Écrivez minutes et secondes : 02:15.
finding-date = Ce n’est pas une date. Écrivez année, mois et jour : 2027-03-16.
finding-datetime = Ce n’est pas une heure UTC. Écrivez la date, T, l’heure et Z : 2027-03-16T15:30Z.
finding-rows = Il y a { $have } lignes ; il en faut de { $least } à { $most }.
finding-captions = Il y a { $have } légendes ; il en faut { $want }.
finding-open = « { $item } » n’a pas été tranché.
finding-note = Il manque la note sur « { $item } ».
finding-not-concluded = Rien n’a été conclu ici.
finding-reasons = { $have } raisons solides sont citées ; il en faut { $want }.
finding-misleading = « { $tool } » induit en erreur : ce n’est pas une raison.
finding-empty-reason = « { $tool } » ne dit rien là-dessus : ce n’est pas une raison.
finding-budget = Les outils ont pris { $have } minutes ; il y en avait { $want }.
finding-step = Pas fait : { $step }
finding-rubric = { $line } : { $have } points sur { $want }.

# Le travail de desk à l’écran.
key-desk = exercices
key-untimed = chrono oui/non
key-next-finding = remarque suivante
key-previous-sheet = feuille précédente
key-next-sheet = feuille suivante
key-materials = documents
key-back-to-work = retour au travail
key-leave-work = sortir, tout est gardé
key-done = terminé
key-again = recommencer
key-next-stage = continuer
key-end-story = rendre
key-debrief = dernier débriefing
work-chosen = Choisies : { $chosen } (de { $least } à { $most })
work-cards = Cartes
work-no-label = pas encore d’étiquette
work-caption = Légende
work-queue = { $done } sur { $all } décidés
work-queue-at = { $now } · { $done } sur { $all } décidés
work-note = Note
work-close-item = retour à la file
work-budget = { $spent } minutes sur { $budget }
work-tools = Outils, avec les minutes qu’ils coûtent. Utilisez-en un ; encore une fois pour le citer.
work-needs = d’abord : { $tools }
work-notebook = Carnet
work-notes = Notes
work-steps = À faire
work-file = Nom du fichier
work-rubric = Pour un collègue ou le formateur
work-rubric-by = Points avec gauche et droite ; laissez cela à quelqu’un d’autre.
work-words = { $have ->
    [one] { $have } mot
   *[other] { $have } mots
 }
work-words-of = { $have ->
    [one] { $have } mot
   *[other] { $have } mots
 } sur { $min }–{ $max }
work-seconds-of = { $have } s sur { $min }–{ $max } s
work-read-time = { $seconds } s de lecture
work-local-time = = { $time } { $zone }
work-choose = choisir
work-choice = { $at } sur { $of } · gauche et droite changent, Entrée ouvre la liste
work-row = Ligne { $at } sur { $of }
work-empty-row = une ligne vide
work-add-row = nouvelle ligne
work-sum = Somme des plans : { $sum }
work-hand-in = Rendre
work-go-on = Continuer
work-minutes = Environ { $minutes } minutes
work-with-clock = avec chronomètre
work-without-clock = sans chronomètre
work-findings = { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
 } · { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
 }
work-findings-short = { $wrong }{ $errors } { $warn }{ $warnings }
work-tool-kept = C’est gardé, dans la liste des exercices.
form-not-judged = personne ne note ces réponses
form-nothing = Rien n’est encore rempli.
plain-form-said = Vos réponses précédentes sont là ; changez ce que vous voulez.
plain-ask-form-hand-in = Entrée pour remettre le questionnaire, b pour continuer à le remplir :
plain-form-thanks = C’est remis. Merci. Vous pourrez le modifier plus tard.
status-work = desk
status-work-next = quiz réussi avec { $grade } %, l’exercice suit
debrief-title = débriefing
debrief-passed = { $grade } % : réussi (à partir de { $pass } %).
debrief-not-passed = { $grade } % : pas encore réussi (à partir de { $pass } %).
debrief-critical = { $grade } % : pas réussi, car une règle critique n’est pas respectée.
debrief-findings = Remarques
debrief-no-findings = Les règles n’ont rien trouvé.
debrief-is-critical = Critique.
debrief-shows = Ce que cela montre
debrief-expert = Ce qu’un expert aurait fait
story-left = encore { $left } étapes sur { $all }
swap-title = De collègues
swap-heading = De collègues
swap-row = la file : { $decided } sur { $all } décidés
swap-note-missing = { $code } demande une note à l’expéditeur : { $item }.
swap-nothing-new = Rien de nouveau à remettre : tout ce qui est décidé l’est déjà.
swap-accept = Accepter
swap-return = Renvoyer
swap-hold = Mettre en attente
swap-reject = Refuser
swap-kill = Retirer
debrief-returned = La réponse de l’autre rédaction
desk-title = exercices
desk-stories = Histoires
desk-tools = Outils pour de vrais sujets
desk-kept = gardé : { $name }
desk-nothing-yet = Rien n’a encore été rendu ici.
part-rules = règles respectées
part-marks = marques
part-decisions = décisions
part-codes = codes
part-notes = notes
part-labels = étiquettes
part-conclusion = conclusion
part-reasons = raisons
part-order = ordre du travail
part-done = étapes faites
part-rubric = grille
part-questions = questions
part-accuracy = exactitude
part-process = méthode
part-time = temps
plain-status-work-next = quiz réussi avec { $percent } %, l’exercice suit

## Le débriefing d’un travail
place-row = { $field }, ligne { $row }
place-cell = { $field }, ligne { $row }, { $column }
place-column = { $field }, { $column }
place-words = « { $words } »
beside-text = Texte
beside-cards = Cartes dans l’ordre
beside-label = Étiquette de « { $card } »
beside-caption = Légende de « { $card } »
beside-order = Ordre des sujets
beside-cited = Raisons citées
beside-used = Outils utilisés, dans l’ordre
beside-steps = Étapes faites
beside-file = Fichier
debrief-beside = Votre travail à côté du modèle
debrief-yours = vous
debrief-model = modèle
debrief-waits = La grille attend un collègue ou le formateur.
debrief-marked = Noté par { $by } : { $points ->
    [one] { $points } point
   *[other] { $points } points
}. { $comment }
beside-note = Note sur « { $item } »

## Mode simple : les exercices
plain-ask-lesson-work = 1 lire, 2 quiz, 3 à { $max } exercices ; Entrée lit :
plain-ask-work-next = Le quiz est réussi. Entrée commence l’exercice, q revient au menu :
plain-work = Exercices :
plain-tools = Outils pour de vrais sujets :
plain-ask-all-work = Tapez un numéro, de 1 à { $max } ; Entrée revient :
plain-ask-open-work = Vous avez déjà remis un essai. Entrée recommence, d relit le débriefing :
plain-why-open-work = « { $given } » n’est pas accepté. Tapez Entrée, ou d.
plain-ask-item-name = Nom du sujet, par exemple son slug, ou le numéro d’un sujet gardé ; Entrée revient :
plain-tool-name = Sujet { $name }. Il est gardé sous ce nom et n’est remis à personne.
plain-tool-kept = Gardé. Un vrai sujet n’est pas remis ; q le quitte.
plain-no-anew = Celui-ci ne peut pas être recommencé.
plain-no-debrief = Rien n’a encore été remis.
plain-work-begun = Commencé
plain-work-half-done = Ce que vous avez fait avant est là. Continuez, ou tapez n pour recommencer.
plain-work-how = Pendant le travail : h remet, b la consigne encore une fois, m ce qui est sur votre bureau, c ce que les règles trouvent jusqu’ici, w ce que vous avez fait en fichiers, u sans ou avec l’horloge, n recommence, q quitte et garde tout.
plain-materials = Sur votre bureau :
plain-no-materials = Rien n’est sur votre bureau ici.
plain-ask-material = Numéro de ce qu’il faut lire, de 1 à { $max } ; Entrée continue :
plain-no-checks = Ici, les règles parlent après la remise.
plain-nothing-found = Les règles ne trouvent rien.
plain-no-clock = Il n’y a pas d’horloge ici.
plain-without-clock = Sans l’horloge : le temps ne compte pas.
plain-with-clock = Avec l’horloge : le temps compte là où l’exercice le dit.
plain-ask-anew = Ce que vous avez fait est jeté. Entrée recommence, b revient :
plain-ask-hand-in = Entrée remet votre travail ; b continue à travailler :
plain-why-confirm = « { $given } » n’est pas accepté. Tapez Entrée, ou b.
plain-stage = Étape { $at } sur { $all } · { $time }
plain-ask-stage = Entrée ouvre cette étape, b quitte ; les étapes remises sont gardées :
plain-ask-text = Tapez votre texte, sur autant de lignes que vous voulez ; un point seul sur une ligne le termine et remplace ce qui était là. Ou Entrée le montre, h remet :
plain-text-cut = C’est trop long ; seul le début est gardé.
plain-no-text = Il n’y a pas encore de texte.
plain-your-text = Votre texte :
plain-length = { $count } mots, { $seconds } secondes à voix haute.
plain-length-of = { $count } mots, { $seconds } secondes à voix haute ; il en faut de { $least } à { $most }.
plain-form-how = Dans un formulaire, Entrée laisse un champ comme il est et continue, x le vide, g 3 va au champ 3, f montre tous les champs.
plain-field = Champ { $at } sur { $all } : { $label }
plain-locked = Ce champ reste comme il est.
plain-there = Il y a : { $value }
plain-empty = (vide)
plain-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
plain-local-time = C’est { $time }, heure locale { $zone }.
plain-ask-form-end = Tous les champs ont été demandés. Un numéro, de 1 à { $max }, revient à un champ ; h remet :
plain-ask-field-text = Votre entrée :
plain-ask-field-long = Votre texte, sur autant de lignes que vous voulez, terminé par un point seul :
plain-ask-field-choice = Numéro de votre choix, de 1 à { $max } :
plain-ask-field-choices = Numéros de vos choix, de 1 à { $max }, séparés par des espaces :
plain-ask-field-number = Un nombre :
plain-ask-field-timecode = Un timecode comme 00:00:08:00, à { $fps } images par seconde :
plain-ask-field-duration = Minutes et secondes, comme 02:15 :
plain-ask-field-date = Une date comme 2027-03-16 :
plain-ask-field-datetime = Une heure UTC comme 2027-03-16T15:30Z :
plain-ask-field-rows = Une nouvelle ligne : { $columns }, avec | entre les cases. Ou r 2 et une ligne pour remplacer la ligne 2, i 2 et une ligne avant la ligne 2, d 2 l’enlève :
plain-why-rows = Il y a déjà { $max } lignes. Enlevez-en une d’abord : d et son numéro.
plain-why-cells = C’est trop de cases. Une ligne en a { $max } ici, avec | entre elles.
plain-cards = Cartes :
plain-labels = Étiquettes :
plain-chosen = Choisies, dans l’ordre :
plain-nothing-chosen = Rien n’est encore choisi.
plain-ask-cards = Numéros des cartes choisies, de 1 à { $max }, dans leur ordre (de { $least } à { $most } cartes) ; Entrée les montre, h remet :
plain-ask-cards-label = e 4 2 met l’étiquette 2 sur la carte 4.
plain-ask-cards-caption = t 4 et des mots écrivent la légende de la carte 4, sur une ou plusieurs lignes ; un point seul sur une ligne la termine.
plain-why-not-chosen = La carte { $number } n’est pas choisie. Choisissez d’abord les cartes.
plain-marked = Marqué :
plain-nothing-marked = Rien n’est encore marqué.
plain-ask-sentences = Numéros des phrases à marquer, comme 2 4-5 ; d 1 enlève la marque 1, Entrée montre le texte, h remet :
plain-ask-quote = Tapez les mots à marquer, comme ils sont dans le texte ; d 1 enlève la marque 1, Entrée montre le texte, h remet :
plain-ask-label-first = D’abord le numéro de l’étiquette, de 1 à { $max }, et deux-points, comme 2:.
plain-why-label = Quelle étiquette ? Tapez d’abord son numéro, de 1 à { $max }, et deux-points, comme 2:.
plain-why-no-words = « { $given } » n’est pas dans le texte sous cette forme. Tapez les mots comme ils y sont.
plain-why-many-words = Ces mots sont { $count } fois dans le texte. Tapez un passage plus long.
plain-undecided = ouvert
plain-ask-queue = Numéro d’un sujet à ouvrir, de 1 à { $max } ; Entrée montre la file, h remet :
plain-ask-decision = Votre décision, de 1 à { $max } ; Entrée revient à la file :
plain-ask-code = Le code ou son numéro, de 1 à { $max } ; Entrée n’en donne pas :
plain-ask-note = Votre note, sur une ligne ; Entrée la laisse :
plain-used = utilisé
plain-cited = cité
plain-spent = { $spent } minutes sur { $budget } sont prises.
plain-ask-case = Numéro d’un outil à utiliser ou à relire, de 1 à { $max } ; e 2 5 cite les outils 2 et 5, o conclut, t vos notes, Entrée montre les outils, h remet :
plain-why-needs = Il faut d’abord : { $tools }
plain-why-unused = « { $tool } » n’a pas encore été utilisé ; on ne peut donc rien en citer.
plain-ask-conclusion = Numéro de votre réponse, de 1 à { $max } ; Entrée la laisse :
plain-ask-notes = Vos notes, sur autant de lignes que vous voulez, terminées par un point seul ; Entrée les laisse :
plain-ask-steps = Numéros des étapes faites, de 1 à { $max } ; une seconde fois rouvre une étape, k les points d’un collègue, Entrée montre la fiche, h remet :
plain-ask-file = t et un nom indiquent le fichier.
plain-step-done = fait
plain-step-open = ouvert
plain-file = Fichier : { $file }
plain-rubric = Pour un collègue ou le formateur :
plain-rubric-by = Laissez ceci à quelqu’un d’autre : donnez des points à chaque ligne.
plain-rubric-waits = Quelqu’un doit encore donner des points selon la grille.
plain-ask-points = Points, de 0 à { $most } ; Entrée laisse ouvert :
plain-why-points = « { $given } » n’est pas accepté. Tapez un nombre de 0 à { $most }.
plain-debrief = Débriefing : { $title }
plain-work-result = Résultat : { $percent } %, le seuil est de { $pass } %.
plain-work-critical = Pas réussi : une règle critique a été enfreinte. Vous pouvez le refaire quand vous voulez.
plain-found = Ce qui a été constaté :
plain-is-warning = Simple remarque.
plain-is-critical = Critique.
plain-beside = Votre travail à côté du modèle. Ce qui diffère est entre crochets.
plain-beside-same = - { $what }, pareil : { $text }
plain-beside-yours = Le vôtre : { $text }
plain-beside-model = Le modèle : { $text }
plain-shows = Ce que cela montre :
plain-expert = Ce qu’un expert aurait fait :

# Notes, retours en arrière et fichiers, ligne par ligne.
plain-notes = Notes et signets :
plain-ask-note-place = Numéro d’un endroit à ouvrir, de 1 à { $max } ; d 2 supprime le numéro 2 ; Entrée revient :
plain-ask-delete-note = Entrée supprime cette note pour de bon, b la garde :
plain-deleted = Supprimé.
plain-your-note = Votre note : { $text }
plain-is-bookmarked = Il y a un signet ici.
plain-bookmark-on = Le signet est posé.
plain-bookmark-off = Le signet est enlevé.
plain-ask-note-text = Votre note, sur autant de lignes que vous voulez, terminée par un point seul ; Entrée seule ne change rien :
plain-note-kept = La note est gardée.
plain-ask-look-into = Numéro d’une section à lire, de 1 à { $max } ; Entrée revient à la question :
plain-your-answer = Votre réponse : { $answer }
plain-ask-result = 1 reprend les fausses (cela ne compte nulle part), 2 revoit les questions, 3 recommence le tout ; Entrée revient :
plain-ask-look-back = Numéro d’une question à relire, de 1 à { $max } ; a les relit toutes ; Entrée revient :
plain-no-attempt = Aucun essai n’est encore allé jusqu’au bout.
plain-look-back = d revoit ici votre dernier quiz.
plain-ask-test = Vous avez déjà passé ce test. Entrée le repasse, d revoit vos réponses :
plain-no-files = Seuls les formulaires s’écrivent en fichiers.
plain-swaps = s De collègues : { $decided } sujets décidés sur { $all }.
plain-swaps-decided = { $count ->
    [one] Une décision est remise. Donnez l’avis de retour à votre collègue.
   *[other] { $count } décisions sont remises. Donnez les avis de retour à vos collègues.
}
plain-returned = Un avis de retour est arrivé : { $told }
plain-after-read = Ouvrir la leçon à l’endroit qui en dit plus
plain-after-files = Écrire ce que vous avez fait en fichiers
plain-after-send = L’écrire en un fichier pour un collègue, qui le reçoit avec « rundown exercise receive »
plain-ask-after = Tapez un numéro, de 1 à { $max } ; Entrée revient :
plain-ask-item-or-kept = Nom d’un nouveau sujet, par exemple son slug, ou le numéro d’un sujet gardé ; w 1 écrit le numéro 1 en fichiers, d 1 le supprime ; Entrée revient :
plain-ask-delete-item = Entrée supprime ce sujet pour de bon, b le garde :
send-too-long = C’est trop long pour un fichier à un collègue. Raccourcissez d’abord.
key-look-back = revoir
key-send = à un collègue
progress-no-look-back = Le cours a perdu une question de cet essai : il ne peut plus être montré.
debrief-empty = rien
verify-progress-whole = Entier : la progression de { $name }, telle qu’une installation l’a écrite à { $at }. Cela dit laquelle, pas que le travail est honnête. Sa clé : { $key }
verify-progress-unsigned = { $file } : ce fichier de progression est entier mais non signé. Rien ne dit quelle installation l’a écrit.
verify-progress-cut = { $file } : ce fichier de progression est coupé, il lui manque la fin. Demandez-le de nouveau.
verify-progress-damaged = { $file } : ce fichier de progression a été abîmé ou modifié après avoir été écrit. Demandez-le de nouveau.
verify-progress-another = { $file } : ce fichier de progression est entier, mais une autre installation que celle que vous nommez l’a écrit : { $key }
carry-several = { $count } fichiers. { $smooth } repris, entiers et signés.{ $odd ->
    [0] {""}
    [one] {" "}Un est à regarder :
   *[other] {" "}{ $odd } sont à regarder :
}
carry-taken = { $file } : { $name }, { $new ->
    [one] un nouvel événement
   *[other] { $new } nouveaux événements
}, { $known } déjà connus
carry-added = { $name } n’était pas connu ici et a été ajouté.
carry-signed = Le fichier est entier, tel que l’a écrit l’installation { $key }. Cela dit laquelle, pas que le travail est honnête.
carry-unsigned = Le fichier est entier mais non signé : rien ne dit quelle installation l’a écrit.
carry-cut = Le fichier est coupé : ce qui était entier a été repris. Demandez-le de nouveau.
carry-damaged = Le fichier a été abîmé ou modifié : ce qui était entier a été repris. Demandez-le de nouveau.
carry-conflicts = { $count ->
    [one] Un événement existe avec deux contenus. Les deux sont gardés, aucun ne compte.
   *[other] { $count } événements existent avec deux contenus. Les deux sont gardés, aucun ne compte.
}
carry-refused = { $count ->
    [one] Une ligne a été refusée :
   *[other] { $count } lignes ont été refusées :
}
carry-line = ligne { $line } : { $why }
carry-nothing = Rien n’a été repris : { $why }
carry-out-title = Vers un autre ordinateur
carry-out-holds = Un fichier sera écrit : votre nom, votre station, ce que vous avez dit de vous, toutes vos réponses, votre travail, vos notes, vos présences signalées et le temps passé.
carry-out-readable = Quiconque a le fichier peut le lire, par exemple le formateur qui le recueille : il n’est pas verrouillé. Il est signé par cet ordinateur, ce qui dit où il a été écrit.
carry-out-where = Sur l’autre ordinateur, « i » sur cette page le reprend. Ce que vous faites des deux côtés se réunit, et rien ne compte deux fois.
carry-out-label = Dossier ou clé (vide : vos rapports)
carry-in-title = Depuis un autre ordinateur
carry-in-what = Ceci reprend des fichiers de progression, qui se terminent par .rundown : les vôtres, faits ailleurs, ou ceux d’un collègue. Rien de ce qui est ici ne se perd, et rien ne compte deux fois.
carry-in-where = Tapez un fichier, ou le dossier ou la clé où il se trouve.
carry-in-label = Fichier, dossier ou clé
carry-in-needed = Tapez où se trouve le fichier.
back-up-title = Sauvegarde
back-up-holds = Tout ce qui est conservé ici sera copié : les réponses, le travail et les notes de tous ceux qui utilisent Rundown sur ce poste. Gardez la copie là où vous seul pouvez la lire : elle n’est pas verrouillée.
back-up-checked = La copie est relue et comparée avant d’être annoncée comme faite.
back-up-restore = Si cet ordinateur tombe en panne, « rundown restore » suivi de ce fichier remet tout en place.
back-up-not-here = La copie contient tous ceux de ce poste, et vous êtes entré seul avec --learner : lancez Rundown sans cette option pour en faire une.
back-up-label = Dossier ou clé (vide : ici même)
key-carry-out = vers un fichier
key-take-in = depuis un fichier
key-write-file = écrire
key-take-file = le reprendre
plain-ask-carry-out = Dossier ou clé où l’écrire ; Entrée seule le met avec vos rapports, q n’écrit rien :
plain-ask-back-up = Dossier ou clé où la mettre ; Entrée seule la garde sur ce poste, q ne copie rien :
plain-ask-take-in = Fichier, dossier ou clé à reprendre ; Entrée revient :

# Papier : ce qu'on imprime pour un atelier.
paper-outcomes = À la fin, vous savez
paper-notes = Vos notes
paper-footnotes = Notes de bas de page
paper-lesson = À lire, { $minutes } minutes avec le quiz et l'exercice
paper-desk-work = Ensuite
paper-then = Travail au desk : { $title } ({ $minutes } minutes).
paper-think = À vous de réfléchir
paper-for-trainer = Pour le formateur
paper-date = Date
paper-quiz = { $count ->
    [one] Quiz sur papier, une question
   *[other] Quiz sur papier, { $count } questions
}
paper-key = Corrigé, pour le formateur : à ne pas distribuer
paper-key-hint = Gardez cette feuille à part de ce que reçoivent les stagiaires.
paper-strip = Écrivez vos réponses dans ces cases, une par question. Laissez la case vide si vous ne savez pas.
paper-critical = Celle-ci doit être juste pour réussir.
paper-how-single = Écrivez une lettre.
paper-how-multiple = Il peut y en avoir plusieurs : écrivez toutes leurs lettres.
paper-how-order = Mettez-les en ordre : écrivez toutes les lettres, la première d'abord.
paper-how-match = Pour chaque numéro, écrivez la lettre qui va avec, en commençant par 1. Chaque lettre sert une fois.
paper-how-sort = Pour chaque numéro, écrivez la lettre de sa catégorie, en commençant par 1. Une lettre peut resservir.
paper-how-number = Écrivez un nombre.
paper-how-number-unit = Écrivez un nombre ({ $unit }).
paper-how-short = Écrivez un ou quelques mots.
paper-how-mark = Soulignez les mots dans le texte et écrivez leurs numéros : 3,7-9. Un mot sur cinq est numéroté.
paper-right = Juste :
paper-exercise = Feuille d'exercice, { $minutes } minutes
paper-rubric = Ce que l'on regarde
paper-points = Points
paper-given = Donnés
paper-marked-by = Noté par
paper-marking = Notation
paper-given-text = Le texte tel qu'il est arrivé
paper-words = De { $min } à { $max } mots
paper-cards = Choisissez-en de { $min } à { $max } et écrivez leurs lettres plus bas, la première d'abord.
paper-mark = Soulignez dans le texte ; plus bas, écrivez de quel mot à quel mot, et l'étiquette. Un mot sur cinq est numéroté.
paper-word-numbers = Mots, de–à
paper-label = Étiquette
paper-decisions = Ce que l'on peut décider
paper-order = Ordre
paper-decision = Décision
paper-code = Code
paper-tools = Vous avez { $minutes } minutes du récit. Choisissez un outil ; le formateur lit ce qu'il apporte, et vous le notez.
paper-cost = { $minutes } min
paper-notebook = Ce que vous avez trouvé
paper-reasons = Vos raisons : les numéros des outils
paper-model = Un travail qui passe
paper-debrief = Débriefing
paper-expert = Ce qu'un expert aurait fait
paper-guide = Guide du formateur
paper-guide-hint = Pour le formateur. Certaines réponses figurent ici.
paper-sign-in = Feuille de présence
paper-sign-in-hint = Paraphez à chaque demi-journée. Votre nom, votre station et vos heures vont à l'organisateur et sur votre attestation.
paper-trainer-signs = Formateur, nom et signature
paper-half-day = Demi-journée { $number }
## Du côté du formateur
key-train = formateur
key-cohorts = groupes
key-cohort = ouvrir
key-learner-detail = participant
key-sort = autre ordre
key-hide-names = cacher les noms
key-show-names = montrer les noms
key-attention = à aider
key-stations = stations
key-previous-lesson = leçon précédente
key-next-lesson = leçon suivante
cohorts-title = Groupes
cohorts-name = GROUPE
cohorts-place = LIEU
cohorts-dates = JOURS
cohorts-people = PERS.
cohorts-empty = Il n’y a pas encore de groupe ici. Un groupe réunit des participants autour d’un cours, avec ses jours et ses stations. « n » en crée un ; ensuite, récupérez leurs fichiers de progression sur une clé ou dans un dossier.
cohort-day = jour { $day } sur { $of }
cohort-open = pas commencé
cohort-begun = commencé
cohort-failed = pas réussi, { $best } % en { $tries ->
    [one] un essai
   *[other] { $tries } essais
}
cohort-critical = question critique manquée, { $best } % en { $tries ->
    [one] un essai
   *[other] { $tries } essais
}
cohort-passed = quiz réussi avec { $best } %, il manque autre chose
cohort-done = fait avec { $best } % en { $tries ->
    [one] un essai
   *[other] { $tries } essais
}
cohort-read = fait
cohort-hours = { $hours } h
cohort-days = { $days } j
cohort-by-name = par nom
cohort-by-station = par station
cohort-by-progress = les moins avancés d’abord
cohort-by-last-seen = les plus longtemps absents d’abord
matrix-title = Tableau
matrix-name = NOM
matrix-station = STATION
matrix-seen = VU
matrix-done = fait %
matrix-people = { $people ->
    [one] Un participant
   *[other] { $people } participants
}{ $alarms ->
    [0] {""}
    [one] , un point à regarder
   *[other] , { $alarms } points à regarder
}
matrix-weakest = le plus faible au premier essai : { $page } ({ $first } %)
matrix-empty = Personne n’appartient encore à ce groupe. « c » dans le tableau récupère les fichiers de progression d’une clé ou d’un dossier ; ou ajoutez des participants de cette machine avec `rundown cohort add`.
alarm-stuck = bloqué depuis { $minutes }'
alarm-critical = critique manqué { $page }
alarm-failed = { $page } : { $times } échecs
alarm-failed-work = { $page } travail : { $times } échecs
alarm-silent = absent { $days } jours
alarm-nothing = rien reçu encore
attention-title = Qui a besoin d’aide
attention-why = POURQUOI
attention-since = DEPUIS
attention-empty = Personne n’a besoin d’aide, à notre connaissance : personne n’est bloqué, n’a échoué trois fois au même endroit, n’a manqué de question critique ni n’est absent depuis une semaine.
advice-stuck = Rien ne s’y passe depuis vingt minutes ou plus. Allez voir et demandez ce qui est à l’écran.
advice-critical = Une question critique fait échouer l’ensemble. Parlez-en avant l’essai suivant : que se passerait-il si quelqu’un faisait cela à la rédaction ?
advice-failed = Un quatrième essai du même genre n’aidera pas. Relisez la partie ensemble, ou asseyez-les à côté de quelqu’un qui a réussi.
advice-silent = Une semaine sans rien, et le cours n’est pas fini. Écrivez ou appelez ; un fichier attend peut-être sur une clé.
advice-nothing = Cette personne appartient au groupe et aucun fichier d’elle n’est arrivé. Récupérez de nouveau, ou demandez-lui le fichier.
stations-title = Stations
stations-done = FAIT
stations-works = TRAVAUX
stations-quality = QUALITÉ
stations-sent = ENVOYÉ
stations-accepted = ACCEPTÉ
stations-sent-told = Envoyé à l’échange depuis le cours, selon { $people ->
    [one] une personne
   *[other] { $people } personnes
} : { $sent ->
    [0] rien.
    [one] un sujet.
   *[other] { $sent } sujets.
}
stations-accepted-told = Acceptés tels quels : { $accepted } sur { $of }.
stations-none = sans station
stations-told = { $people ->
    [one] Une personne
   *[other] { $people } personnes
}, { $done } % des leçons et tests faits. Travaux pratiques : { $works ->
    [0] aucun remis encore
    [one] un travail remis
   *[other] { $works } travaux remis
}, { $passed } réussis. La qualité est la moyenne des meilleures notes de chacun.
learner-title = Participant
learner-lesson = LEÇON OU TEST
learner-work = TRAVAIL
key-answers = réponses
answers-grade = NOTE
answers-question = QUESTION
answers-try = ESSAI
answers-seconds = TEMPS
answers-nothing = rien
answers-answered = Réponse : { $answer }
answers-misplaced = Au mauvais endroit (entre parenthèses la bonne place) : { $pairs }
answers-critical = ! Une question critique : la manquer fait tout échouer.
answers-empty = Aucune de ses réponses n’est encore là.
answers-loading = Lecture des réponses …
key-new-cohort = nouveau groupe
key-found = créer
key-items = questions
key-item = options
key-outcomes = acquis
key-gain = progrès
key-which-attempts = autres essais
founding-title = Nouveau groupe
founding-told = Seul le nom est nécessaire. Les jours s’écrivent 2027-03-16 ; du premier au dernier, qui ne fait rien pendant vingt minutes est dit bloqué.
founding-name = Nom
founding-place = Lieu
founding-from = Premier jour
founding-until = Dernier jour
founding-trainer = Formateur
founding-stations = Stations (virgules)
founding-needs-name = Tapez un nom pour le groupe.
founding-bad-day = Ce n’est pas un jour : écrivez 2027-03-16, ou laissez vide.
founding-backwards = Le dernier jour est avant le premier.
outcomes-title = Acquis
outcomes-outcome = ACQUIS
outcomes-mastered = MAÎTRISÉ
outcomes-told = { $mastered } sur { $people } le maîtrisent ; { $met } ont répondu à une question là-dessus{ $critical ->
    [0] .
    [one] , et une personne en a manqué une critique.
   *[other] , et { $critical } en ont manqué une critique.
}
gain-title = Avant et après
gain-before = AVANT
gain-after = APRÈS
gain-change = ÉCART
gain-normalised = GAIN
gain-errors = SÛR ET FAUX
gain-none = Rien à comparer encore : il faut un test avant et un test après le cours, et des réponses aux deux.
gain-empty = Personne n’a encore passé l’un des deux tests.
gain-told = { $both } ont passé les deux tests. En moyenne { $before } % avant et { $after } % après : { $gain } % de ce qui pouvait être gagné l’a été.
gain-told-few = { $both } ont passé les deux tests : { $before } % avant, { $after } % après, gain { $gain } %. Sous 20 personnes, de tels chiffres sont surtout du hasard.
items-title = Questions
items-right = JUSTE
items-facility = FACIL.
items-discrimination = DISC.
items-efficiency = EFF.
items-option = OPTION
items-chosen = CHOISI
items-upper = HAUT
items-lower = BAS
items-first = premiers essais
items-best = meilleurs essais
items-last = derniers essais
items-all = tous les essais
items-empty = Personne n’a encore terminé ce quiz : il n’y a rien à dire de ses questions.
items-no-options = Rien n’est choisi ici : la réponse est tapée, placée, marquée ou mise en ordre.
items-few = { $answers ->
    [one] Une réponse jusqu’ici
   *[other] { $answers } réponses jusqu’ici
} : sous { $enough } réponses, les chiffres entre parenthèses sont surtout du hasard.
items-nothing-odd = Rien d’étrange.
oddity-key-suspect = La plupart ont choisi « { $option } » ({ $chosen } sur { $of }), et { $right } la clé : la clé est peut-être fausse, ou la leçon obscure.
oddity-misplaced = { $chosen } sur { $of } ont mis « { $card } » avec « { $target } » ; sa place est avec « { $belongs } ».
oddity-against-test = Qui réussit ailleurs échoue ici : revoyez la clé et la formulation.
oddity-tells-little = Elle distingue à peine qui sait de qui ne sait pas.
oddity-too-hard = Seuls { $percent } % des points ont été obtenus : enseignez-le de nouveau, ou demandez-le autrement.
oddity-too-easy = { $percent } % des points ont été obtenus : elle ne distingue personne. C’est bien pour ce que tous doivent savoir.
oddity-weak-distractor = Presque personne ne prend « { $option } » ({ $chosen } sur { $of }) : elle ne trompe personne.
oddity-slow = Elle prend { $seconds }″, les autres { $others }″ : longue, ou difficile à lire.
oddity-unsure = { $told } (Peu de réponses : c’est peut-être le hasard.)
key-collect = récupérer
collect-title = Récupérer
collect-what = Ceci lit tous les fichiers de progression qui finissent par .rundown. Rien de ce qui est ici n’est perdu, rien ne compte deux fois, et personne n’entre dans le groupe sans votre accord.
collect-sticks = Branché en ce moment (Tab prend le suivant) :
collect-reading = { $of ->
    [0] Recherche des fichiers…
   *[other] Fichier { $done } sur { $of }
}
collect-file = FICHIER
collect-name = DE QUI
collect-new = NEUFS
collect-known = CONNUS
collect-refused = REFUSÉS
collect-hidden = fichier { $nth }
collect-none = Il n’y avait aucun fichier.
collect-alike = { $one } et { $other } se ressemblent. Une personne, ou deux ? On peut revenir sur la réponse : `rundown learner unjoin`, `rundown cohort apart --undo`.
collect-strangers = { $count ->
    [one] { $names } n’est sur aucune liste. L’ajouter à { $cohort } ?
   *[other] { $count } personnes ne sont sur aucune liste : { $names }. Les ajouter à { $cohort } ?
}
key-collect-read = les lire
key-next-stick = clé suivante
key-one-person = une personne
key-two-people = deux personnes
key-ask-later = un autre jour
key-add-strangers = ajouter
key-leave-out = laisser de côté
key-collect-again = une autre clé
key-office = rapports
key-write = écrire
key-next-format = autre format
key-last-format = format précédent
office-title = Rapports et attestations
office-full = Tout, pour vous
office-full-told = Chacun par son nom, page par page, avec les chiffres de chaque question. À ne pas donner à lire.
office-funder = Les résultats en bref, pour qui finance
office-funder-told = Qui est venu, qui a fini, ce qui a été appris, ce qu’on en dit. Personne n’y est nommé.
office-register = Feuille de présence
office-register-told = Qui était là, quelle demi-journée, et les heures de chacun.
office-gradebook = Carnet de notes
office-gradebook-told = Le meilleur résultat de chacun à chaque quiz et test, dans les colonnes que Moodle importe.
office-anonymous = Données pour la recherche
office-anonymous-told = Des codes au lieu des noms, les petits groupes réunis, rien de ce que les gens ont écrit.
office-each = Le rapport de chaque apprenant
office-each-told = Un fichier par apprenant, dans la langue que chacun a choisie.
office-certificates = Attestations
office-certificates-told = Pour tous ceux qui ont terminé le cours, signées avec la clé de ce poste. Ensuite, vous lisez à qui il manque quoi.
office-backup = Sauvegarde de ce poste
office-backup-told = Une copie de tous les apprenants et groupes de ce poste, par exemple pour un disque gardé ailleurs.
office-evening = Le soir, en une seule fois
office-evening-told = Récupérer, sauvegarder, verrouiller une copie pour l’autre formateur, préparer ce que chacun emporte.
order-names-hidden = Il y a plus à dire, et des personnes peuvent y être nommées. Affichez les noms avec h sur la matrice pour le lire.
evening-title = Le soir
evening-from = Récupérer de :
evening-from-told = Chaque fichier de progression sous ce dossier ou sur cette clé est lu. Vide : toutes les clés branchées.
evening-sticks = Branché à présent : { $sticks }
evening-no-stick = Aucune clé n’est branchée à présent.
evening-to = Écrire dans :
evening-to-told = Le dossier de la copie pour l’autre formateur et de ce que chacun emporte. Vide : un dossier parmi vos rapports.
evening-copy = Phrase de passe :
evening-again = Encore une fois :
evening-key = Celle de votre clé :
evening-copy-told = La copie pour l’autre formateur est un seul fichier verrouillé, avec le groupe et la progression de chacun. Seule cette phrase de passe l’ouvre, et personne ne peut la retrouver.
evening-supervised-told = Cela figure sur l’attestation de celles et ceux qui ont terminé le cours.
evening-key-told = Les attestations sont signées avec la clé de ce poste. Si elle est verrouillée et que sa phrase de passe manque, personne n’est attesté et le reste se fait. Entrée commence.
evening-needs-passphrase = Tapez une phrase de passe pour la copie de l’autre formateur.
evening-not-the-same = Les deux phrases de passe diffèrent. Retapez la même.
evening-collect = Récupérer ce qui est sur les clés
evening-back-up = Sauvegarder ce poste
evening-lock = Verrouiller la copie de l’autre formateur
evening-take-home = Écrire ce que chacun emporte
evening-at = { $done } sur { $of }
evening-stopping = Arrêt après ce qui s’écrit à présent. Échap encore une fois quitte l’écran.
evening-stopped = Arrêté, comme vous l’avez voulu. Ce qui est récupéré est gardé, et chaque fichier écrit est entier. Recommencez pour faire le reste.
evening-failed = Fini avant la fin : { $why }
evening-no-key = Personne n’est attesté : la clé de ce poste est verrouillée et sa phrase de passe n’a pas été tapée.
evening-strangers = Pas encore dans ce groupe : { $names }. « c » dans le tableau récupère de nouveau et demande s’il faut les ajouter.
evening-alikes = Ces noms se ressemblent et désignent peut-être une seule personne : { $names }.
key-stop = arrêter
office-folder = Dossier (vide : vos rapports) :
office-supervised = Un formateur a encadré le travail attesté
office-passphrase = Phrase secrète de votre clé, si elle en a une :
office-writing = Écriture en cours…
office-files = { $count ->
    [one] Un fichier.
   *[other] { $count } fichiers.
}
key-regrade = corriger la clé
key-rulings = clés corrigées
key-ruling = ouvrir
key-pick-answer = choisir
key-correct = corriger
key-take-back = revenir en arrière
rulings-title = Clés corrigées
rulings-what = QUOI
rulings-when = QUAND
rulings-empty = Aucune clé n’a été corrigée. Quand les chiffres d’une question font douter de sa clé, « r » la corrige.
rulings-new-key = autre clé
rulings-all-right = tout est juste
rulings-void = retirée
rulings-undone = annulée
rulings-told = { $day } : { $what }. { $reason }
rulings-told-plain = { $day } : { $what }.
regrading-title = Corriger une clé
regrading-now = (la clé actuelle)
regrading-as-course = La clé du cours, telle qu’elle est aujourd’hui
regrading-all-right = Toute réponse est juste
regrading-void = Rien : la question est retirée
regrading-reason = Pourquoi (figure dans les rapports) :
regrading-how = Choisissez ce qui est juste. Rien n’est écrit avant que vous ne sachiez ce qui change.
regrading-needs-key = Choisissez d’abord ce qui est juste.
regrading-nothing = Toutes les réponses ont déjà été notées avec cette clé.
regrading-nobody = Personne n’a encore répondu sous une autre clé. Qui est récupéré plus tard sera noté avec celle-ci.
regrading-change = { $answers ->
    [one] Une réponse a été notée avec une autre clé.
   *[other] { $answers } réponses ont été notées avec une autre clé.
} { $worth ->
    [0] Aucune ne change de valeur avec celle-ci.
    [one] Une change de valeur avec celle-ci.
   *[other] { $worth } changent de valeur avec celle-ci.
} { $people ->
    [0] Aucun résultat ne change.
    [one] Le résultat d’une personne change.
   *[other] Les résultats de { $people } personnes changent.
}
regrading-change-unknown = { $answers ->
    [one] Une réponse sera notée de nouveau ; sa valeur se verra ensuite.
   *[other] { $answers } réponses seront notées de nouveau ; leur valeur se verra ensuite.
}
regrading-undoable = Notes, rapports et statistiques suivent. On peut revenir en arrière ici même.
regrading-done = Corrigée. Toutes les notes suivent.
regrading-undone = Annulée. Toutes les notes sont comme avant.
ask-regrade-title = Corriger cette clé ?
ask-undo-title = Revenir en arrière ?
ask-correct = Corriger
ask-take-back = Revenir en arrière
ask-leave-title = Quitter sans enregistrer ?
ask-leave-text = Ce que vous avez tapé ne sera pas gardé.
ask-leave = Quitter
items-whole = { $sittings ->
    [one] Un essai
   *[other] { $sittings } essais
} : moyenne { $mean } %, écart type { $deviation }, alpha { $alpha }, erreur type { $error }.
items-figures = Facilité { $facility } % (95 fois sur 100 entre { $low } et { $high }), au hasard { $guess } %. Écart type { $deviation }, discrimination { $discrimination }, efficience { $efficiency }.
key-marking = noter
key-mark = noter
key-points = points
key-less = moins de points
key-more-points = plus de points
key-write-marks = écrire
works-title = Notation
works-exercise = TRAVAIL
works-rules = RÈGLES
works-points = POINTS
works-empty = Rien n’attend d’être noté : personne n’a remis de travail qui ait une grille.
works-given = { $by } : { $points } points sur { $most }. { $comment }
works-agreement = Deux notateurs : { $same } lignes sur { $both } avec les mêmes points, kappa pondéré { $kappa } %.
marking-title = Notation
marking-by = Notateur
marking-comment = Remarque
marking-needs-name = Tapez qui note.
marking-needs-points = Donnez d’abord des points à chaque ligne ; 0 est aussi une note.
cohort-people = { $count ->
    [one] { $count } apprenant
   *[other] { $count } apprenants
}
cohort-added = { $cohort } : { $count ->
    [0] personne de nouveau
    [one] { $count } apprenant ajouté
   *[other] { $count } apprenants ajoutés
} ; { $all } en tout.
cohort-removed = { $cohort } : { $count ->
    [0] personne n’a été retiré
    [one] { $count } apprenant retiré
   *[other] { $count } apprenants retirés
} ; { $all } en tout. Rien de leur travail n’est perdu.
cohort-show-id = identifiant
cohort-show-name = nom
cohort-show-place = lieu
cohort-show-days = dates
cohort-show-course = cours
cohort-show-trainer = formateur
cohort-show-members = stations
cohort-show-locks = tests verrouillés
cohort-locked = { $test } s’ouvre avec ce code pour { $cohort }. Refaites l’invitation pour que tous l’aient :
cohort-unlocked = { $test } est ouvert pour { $cohort }. Refaites l’invitation pour que tous l’aient.
cohort-code-unknown = son code n’est pas connu ici : fixez-en un autre
cohort-show-person = { $passed ->
    [one] { $passed } quiz réussi
   *[other] { $passed } quiz réussis
}, { $hours } h
cohort-regrade-new-key = { $question } a été renotée avec un autre corrigé. { $reason } ({ $id })
cohort-regrade-all-right = { $question } : toutes les réponses comptent comme justes. { $reason } ({ $id })
cohort-regrade-void = { $question } a été retirée. { $reason } ({ $id })
cohort-regrade-undone = { $question } : une renotation a été annulée. { $reason } ({ $id })
cohort-settled = { $count ->
    [0] Aucune réponse ne change de valeur.
    [one] { $count } réponse change de valeur.
   *[other] { $count } réponses changent de valeur.
}
cohort-collected = { $count ->
    [0] Il n’y a là aucun fichier de progression.
    [one] { $count } fichier de progression lu.
   *[other] { $count } fichiers de progression lus.
}
cohort-strangers = Pas encore dans { $cohort } ; pour les ajouter, tapez :
cohort-alike = Ces noms se ressemblent. S’il s’agit d’une seule personne, tapez :
cohort-alike-two = S’il s’agit de deux personnes, ceci le retient :
cohort-kept-apart = { $one } et { $other } sont deux personnes : la question ne sera plus posée.
cohort-no-longer-apart = { $one } et { $other } sont peut-être une seule personne : la question sera posée à la prochaine collecte.
cohort-show-apart = Deux personnes : { $one } et { $other }
cohort-present = { $count ->
    [one] { $count } apprenant présent
   *[other] { $count } apprenants présents
} le { $day }.
cohort-absent = { $count ->
    [one] { $count } apprenant absent
   *[other] { $count } apprenants absents
} le { $day }.
cohort-not-certified = { $name } n’a pas terminé : { $why }
cohort-not-supervised = { $name } : le meilleur essai d’un test verrouillé a commencé sans son code ; le certificat ne dit donc pas « encadré ».
cohort-certified = { $count } certificats sur { $all } personnes.
cohort-ask-passphrase = Phrase secrète de la copie du co-formateur :
cohort-copy = La copie du co-formateur, verrouillée : { $file }
cohort-backup = Sauvegarde : { $file }
cohort-bundles = Dossiers à emporter : { $count } ; certificats : { $certified }.
cohort-ask-delete = { $cohort } sera supprimé de ce dossier, sauvegardes comprises. C’est sans retour. Tapez son nom pour le supprimer :
cohort-deleted = { $cohort } est supprimé de ce dossier et de ses sauvegardes.

cohort-report-full-title = Groupe { $name } : rapport complet
cohort-report-funder-title = { $name } : l’essentiel des résultats
cohort-report-register-title = { $name } : feuille de présence
cohort-report-anonymous-title = Données d’un groupe, sans les noms
cohort-report-anonymous = Un groupe
cohort-report-cohort = Groupe
cohort-report-place = Lieu
cohort-report-days = Dates
cohort-report-trainer = Formateur
cohort-report-people = Personnes
cohort-report-pages = Page par page
cohort-report-way = Parcours
cohort-report-by-page = Le cours, page par page
cohort-report-page = Page
cohort-report-tried = Essayé
cohort-report-first-mean = Moy. 1er
cohort-report-stations = Stations
cohort-report-progress = Avancement
cohort-report-quality = Qualité
cohort-report-sent = Envoyés depuis
cohort-report-accepted = Acceptés
cohort-report-groups = Qui a participé
cohort-report-field = Critère
cohort-report-group = Groupe
cohort-report-role = Fonction
cohort-report-country = Pays
cohort-report-gender = Genre
cohort-report-other = autres, regroupés
cohort-report-quizzes = Quiz et tests
cohort-report-deviation = Écart
cohort-report-alpha = Alpha
cohort-report-error = Erreur type
cohort-report-odd = Questions à revoir
cohort-report-facility = Facilité
cohort-report-discrimination = Discr.
cohort-report-reading = Ce que cela dit
cohort-report-misplaced = Cartes que beaucoup ont mises au même mauvais endroit
cohort-report-card = Carte
cohort-report-put-with = Mise avec
cohort-report-belongs-with = Sa place
cohort-report-chosen = Fois
cohort-report-options = Réponses par question
cohort-report-corrected = Corrigés rectifiés
cohort-report-reason = Motif
cohort-report-when = Quand
cohort-report-undone = Annulé
cohort-report-register = Présences
cohort-report-there = Présent
cohort-report-half-days = Demi-journées
cohort-report-hours = Heures
cohort-report-reaction = Ce qu’on dit de la formation
cohort-report-morning = matin
cohort-report-afternoon = après-midi
cohort-report-before = Avant
cohort-report-after = Après
cohort-report-change = Écart
cohort-report-begun = Ont commencé le cours
cohort-report-finished = Ont tout fait
cohort-report-pages-done = Pages terminées, tous ensemble
cohort-report-came = Venus au moins une fois
cohort-report-half-days-all = Demi-journées suivies, tous ensemble
cohort-report-hours-all = Heures suivies, tous ensemble
cohort-report-both = Ont passé le test avant et après
cohort-report-before-mean = Moyenne avant le cours
cohort-report-after-mean = Moyenne après le cours
cohort-report-gain = Gain normalisé
cohort-report-errors-before = Sûrs et dans l’erreur avant
cohort-report-errors-after = Sûrs et dans l’erreur après
cohort-report-replies = Réponses
cohort-report-chart-tracks = Ce qui est terminé, parcours par parcours
cohort-report-chart-tracks-about = Une barre est la part des pages du parcours qui sont terminées, toutes personnes réunies.
cohort-report-chart-pages = Combien ont terminé, page par page
cohort-report-chart-pages-about = Une barre est la part des personnes qui ont terminé la page.
cohort-report-chart-pages-filled = tout le monde a terminé
cohort-report-chart-pages-hollow = certains n’ont pas terminé
cohort-report-chart-stations = Exercices par station
cohort-report-chart-stations-about = Une case est un exercice rendu, compté une fois par personne.
cohort-report-chart-stations-filled = réussi
cohort-report-chart-stations-hollow = pas encore réussi
cohort-report-at-the-end = À la fin
cohort-report-after-days = Après { $days } jours
cohort-report-other-answers = { $count } autres
cohort-report-attention = Qui a besoin de quelqu’un
cohort-report-why = Pourquoi
cohort-report-since = Depuis
cohort-report-outcomes = Ce qui est maîtrisé
cohort-report-share = Part
cohort-report-chart-gain = Avant et après
cohort-report-chart-gain-about = Une barre montre le score au test après la formation, le trait le score avant, pour qui a passé les deux.
cohort-report-chart-gain-filled = plus haut qu’avant
cohort-report-chart-gain-hollow = pas plus haut
cohort-report-odd-key-suspect = { $chosen } sur { $of } ont choisi « { $option } », { $key } le corrigé : le corrigé est peut-être faux, ou la leçon peu claire.
cohort-report-odd-misplaced = { $chosen } sur { $of } ont mis « { $card } » avec « { $target } » ; sa place est avec « { $belongs } ».
cohort-report-odd-against-test = Ceux qui réussissent ailleurs échouent ici ({ $value }) : revoir le corrigé et l’énoncé.
cohort-report-odd-tells-little = Ne distingue guère ceux qui réussissent ailleurs ({ $value }).
cohort-report-odd-too-hard = Trop difficile ({ $value }).
cohort-report-odd-too-easy = Presque tout le monde le savait ({ $value }).
cohort-report-odd-weak-distractor = { $chosen } sur { $of } ont choisi « { $option } » : personne ne s’y trompe.
cohort-report-odd-slow = { $seconds } s pour répondre, contre { $others } s ailleurs.
cohort-report-note-way = Un signe est une page du cours : x terminée, + réussie mais incomplète, / commencée, o pas réussie, ! question critique manquée, - pas commencée.
cohort-report-note-statistics = Les statistiques des questions sont celles de Moodle, sur les premiers essais : la facilité est la note moyenne, la discrimination la corrélation de la note avec le reste du test. Elles sont arrondies au pour cent ; les notes des personnes sont arrondies vers le bas.
cohort-report-note-grey = Une statistique entre parenthèses repose sur moins de 20 réponses : ce peut être le hasard.
cohort-report-note-intervals = Les intervalles valent dans 95 cas sur 100 : pour les parts, formule de Wilson ; pour les corrélations, { $samples } tirages à partir de la graine { $seed }.
cohort-report-note-levels = Ces chiffres disent ce qu’on a fait et appris. Ils ne disent pas ce qui change au travail : les questionnaires à 30 et 90 jours le demandent.
cohort-report-note-gain = Le gain normalisé est ce qui a été gagné sur ce qui pouvait l’être, chez ceux qui ont passé les deux tests. Entre parenthèses : moins de 20 personnes.
cohort-report-note-register = Une demi-journée compte si le formateur l’a cochée, ou si la personne a signé et que le formateur n’a pas dit le contraire.
cohort-report-note-anonymous = Les codes sont tirés à nouveau pour chaque rapport. Les stations et les groupes de moins de 5 personnes sont regroupés. Ce qu’on a écrit n’y figure pas.



# Ateliers : invitations, inscription, présence.
invite-done = { $count ->
    [one] L'invitation à { $cohort } propose un nom.
   *[other] L'invitation à { $cohort } propose { $count } noms.
}
join-house = Les leçons et le travail au desk parlent de { $exchange } : ses noms et ses règles ont été saisis par le formateur pour cet atelier, à la place de ceux de l'échange fictif.
join-house-unnamed = Les noms et les règles de l'échange ont été saisis par le formateur pour cet atelier ; ils remplacent, dans les leçons et au desk, ceux de l'échange fictif.
join-signed = Signée avec la clé { $key } : demandez à votre formateur si c'est la sienne.
join-which = Lequel de ces noms est le vôtre ? Tapez-en une partie.
join-field-role = Fonction
join-field-country = Pays
join-field-gender = Genre
join-version = L'atelier porte sur la version { $theirs } du cours, et celle-ci est la version { $yours }. Demandez l'autre au formateur avant de commencer.
join-pick = Votre numéro ou votre nom :
join-why = Le formateur demande aussi ce qui suit. Vous pouvez laisser chaque ligne vide. La raison : { $reason }
join-role = Ce que vous faites à votre station (Entrée : rien) :
join-country = Le pays de votre station (Entrée : rien) :
join-gender = Votre genre (Entrée : rien) :
join-done = { $name } fait partie de { $cohort }. Lancez rundown pour commencer.
trainer-sees = Ce que voit le formateur dans le fichier de progression que vous lui remettez : votre nom, votre station, ce que vous avez dit de vous, ce que vous avez lu, chaque réponse, le temps passé, votre travail au desk, vos notes et vos présences signalées. Rien n’est envoyé tout seul.
sign-in-morning = ce matin
sign-in-afternoon = cet après-midi
sign-in-due = i : présence de { $half }
sign-in-plain = { $cohort } : tapez i pour signaler votre présence { $half }.
sign-in-done = Présence notée pour { $half } : { $cohort }.
cohort-report-written = { $count } fichiers dans { $folder }

# The agenda of a workshop and its clock
agenda-day = Jour { $day }
agenda-break = pause
agenda-began = commencé à { $at }
clock-now = Maintenant
clock-next = Ensuite
clock-left = reste { $minutes } min
clock-over = { $minutes } min de dépassement
clock-on-time = À l’heure.
clock-late = { $minutes } min de retard.
clock-early = { $minutes } min d’avance.
clock-ends-as-planned = Fin de la journée à { $end }, comme prévu.
clock-ends = Fin de la journée à { $end }, prévue à { $planned }.
clock-short = Avec des pauses courtes : { $end }.
clock-title = Horloge
clock-to-go = { $hours ->
    [0] Encore { $minutes } min.
   *[other] Encore { $hours } h { $minutes } min.
}
clock-left-short = reste { $time }
clock-over-short = dépassé de { $time }
clock-not-begun = Rien en ce moment.
clock-over-for-today = La journée est finie.
clock-no-agenda = Il n’y a pas encore d’agenda. Prenez celui d’un guide du formateur : Échap, puis « p » plan. Ou lisez votre fichier avec `rundown cohort plan --agenda FICHIER`.
clock-no-first-day = L’agenda se compte à partir du premier jour, et ce groupe n’en a pas encore : Échap, puis « p » plan.
clock-not-today = Rien n’est à l’agenda aujourd’hui. Les jours se comptent à partir du premier jour du groupe : Échap, puis « p » plan pour le changer.
clock-no-time = Cette machine ne donne pas l’heure locale.
key-clock = horloge
key-register = présences
key-plan = plan
key-begins-now = commence
key-not-begun = annuler
key-minute-earlier = une minute plus tôt
key-minute-later = une minute plus tard
key-tick = présent ou non
key-tick-all = tous les autres
key-half-day-before = demi-journée d’avant
key-half-day-after = demi-journée d’après
replan-title = Plan
replan-told = Ce que vous changez ici vaut à partir de maintenant ; un jour que vous videz n’existe plus. Avec un autre agenda, ou aucun, l’horloge et les invitations le suivent. Votre propre agenda se lit dans un fichier : `rundown cohort plan`.
founding-half = Demi-journée, min
founding-ask-role = Demander la fonction
founding-ask-country = Demander le pays
founding-ask-gender = Demander le genre
founding-agenda = Agenda
founding-agenda-none = pas encore
founding-agenda-away = le supprimer
founding-agenda-now = { $count ->
    [one] une case, inchangée
   *[other] { $count } cases, inchangées
}
founding-agenda-guide = guide « { $name } »
founding-start = Ses jours commencent à
founding-bad-half = Tapez des minutes, de 1 à 720.
founding-bad-start = Tapez une heure à partir de laquelle ces jours tiennent avant minuit, par exemple 09:00.
sessions-title = Notes de séance
sessions-when = SÉANCE
sessions-note = NOTE
sessions-none = Pas encore de note. Entrée en écrit une.
sessions-empty = Ce groupe n’a pas encore de jours : Échap, puis « p » plan.
register-title = Présences
register-hours = HEURES
register-morning = mat.
register-afternoon = ap.
register-empty = Ce groupe n’a pas encore de jours : Échap, puis « p » plan.
register-ticked = pointé présent.
register-both = pointé présent, et s’est signalé.
register-denied = pointé absent, alors que la personne s’est signalée.
register-absent = pointé absent.
register-signed = s’est signalé, pas encore pointé ; compte.
register-open = personne n’a dit sa présence.
register-sum = { $there } sur { $people } présents.
cohort-report-half-day = Séance
cohort-report-note = Note
key-keep-plan = garder le plan

# La maison du formateur, en formulaire.
house-title = Votre échange
house-in-course = Dans le cours : { $text }
house-not-in-course = Le cours n'en dit rien.
house-refused = { $count ->
    [one] Une valeur ne peut pas être gardée : voyez dessous.
   *[other] { $count } valeurs ne peuvent pas être gardées : voyez dessous.
 }
house-bad-path = Aucune valeur ne peut porter ce nom.
house-bad-empty = Une liste demande au moins un mot.
house-bad-long = C'est trop long.
house-bad-signs = Il y a là des signes qu'aucun texte ne contient.
house-bad-word = « { $word } » ne peut pas être cherché : fermez ses parenthèses, ou retirez-les.
house-bad-code = Le code { $code } n'existe pas.
house-exchange = Nom
house-short = Nom court
house-members = Membres
house-promise = Chaque membre promet
house-desk = Le desk
house-desk-name = Nom du desk
house-desk-hours = Heures, en UTC
house-desk-contact = Comment le joindre
house-desk-notes = Codes avec note
house-delivery = Livraison
house-delivery-name = Fiche et sa date
house-delivery-frame = Image
house-delivery-loudness = Niveau sonore
house-delivery-clean = Image propre
house-delivery-shots = Plans
house-delivery-file-name = Nom de fichier
house-delivery-scan = Balayage
house-delivery-codec = Codec
house-delivery-codec-thin = Codec, ligne faible
house-delivery-audio = Son
house-delivery-true-peak = Crête vraie
house-delivery-lip-sync = Synchro labiale
house-delivery-head-tail = Début et fin
house-delivery-flash = Flashs
house-delivery-integrity = Somme de contrôle
house-delivery-vertical = Vidéo verticale
house-restrictions = Restrictions
house-consent = Consentement
house-codes = Codes de retour
house-alert = Alertes
house-alert-yellow = Jaune
house-alert-orange = Orange
house-alert-red = Rouge
house-words = Mots à éviter, avec virgules
house-words-promo = Éloge
house-words-loaded = Attaque
key-house = votre échange
key-keep-house = enregistrer

# La porte d'un atelier : verrous des tests, leurs codes, l'invitation.
inviting-title = Invitation
inviting-locked = s’ouvre avec un code
inviting-open = ouvert à tous
inviting-locked-told = Entrée affiche le code en grand : dites-le à voix haute quand le test commence. Sans lui, ce que porte l’invitation n’ouvre rien.
inviting-open-told = Chacun peut passer ce test à tout moment. Entrée le verrouille avec un code fait pour lui ; verrouillez-le avant d’écrire l’invitation.
inviting-code-told = Tapez-le pour commencer le test. Majuscules, espaces et tirets ne comptent pas.
inviting-code-unknown = Son code n’est pas connu ici : retirez le verrou et verrouillez à nouveau.
inviting-list = Liste de noms, s’il y en a :
inviting-list-told = { $count ->
    [one] Un classeur (.xlsx) ou un CSV avec noms et chaînes ; qui y figure rejoint cette cohorte. Vide : la seule personne qu’elle a.
   *[other] Un classeur (.xlsx) ou un CSV avec noms et chaînes ; qui y figure rejoint cette cohorte. Vide : les { $count } personnes qu’elle a.
 }
inviting-reason = Pourquoi vous demandez :
inviting-reason-told = Seulement si cette cohorte demande la fonction, le pays ou le genre : c’est lu avant de répondre.
inviting-to = Dossier ou fichier :
inviting-to-told = Où l’invitation est écrite ; vide : vos rapports. Placez-la à côté du programme sur chaque machine.
inviting-key-told = L’invitation est signée de votre clé : rundown trainer key new en fait une. Laissez vide si elle n’a pas de phrase secrète.
key-invite = invitation
key-lock = verrouiller
key-show-code = afficher le code
key-unlock = retirer le verrou
key-write-invitation = écrire l’invitation
