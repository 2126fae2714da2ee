# Every word of our own that a person reads. Keys and arguments are the same in every language; a test compares.

## Keys: what they do, as the footer and the help say it
key-help = keys
key-language = language: English / French
key-theme = next theme
key-settings = settings
key-redraw = draw the screen anew
key-suspend = back to the shell for a while
key-up = up
key-down = down
key-left = left
key-right = right
key-page-up = one page up
key-page-down = one page down
key-first = to the beginning
key-last = to the end
key-next-field = next field
key-previous-field = previous field
key-next-choice = next choice
key-previous-choice = previous choice
key-begin = begin
key-begin-test = begin
key-join = invitation
key-join-on = go on
key-join-me = that is me
key-join-not = type a name
key-quit = quit
key-back = back
key-choose = choose
key-new-learner = new name
key-continue = continue
key-continue-course = where I was
key-open = open
key-quiz = quiz
key-progress = progress
key-review = review
key-sign-in = sign in
key-review-more = review more
key-search = search
key-new-search = new search
key-glossary = glossary
key-notes = notes
key-learners = who is here
key-pair = as a pair
key-alone = go on alone
key-page = page
key-page-back = one page back
key-open-focused = look up
key-next-link = next link
key-previous-link = previous link
key-outline = outline
key-note = note
key-bookmark = bookmark
key-search-lesson = search
key-next-hit = next match
key-previous-hit = previous match
key-rundown = rundown
key-go-there = go there
key-close = close
key-save = save
key-keep-close = save and close
key-answer = answer
key-next = next
key-hand-in = hand in
key-letter = choose by letter
key-move-up = move row up
key-move-down = move row down
key-take = take row
key-put-down = put down
key-let-go = let go
key-previous-target = target before
key-next-target = next target
key-previous-question = question before
key-next-question = next question
key-to-button = to the hand-in button and back
key-number = choose by number
key-number-place = place
key-number-target = target
key-extend = mark and go on
key-to-result = result
key-go-on = go on
key-practise = practise wrong ones
key-hint = hint
key-lesson = lesson
key-leave-kept = leave
key-details = details
key-retry = try again
key-report = write report
key-export = write files
key-filter = filter
key-to-list = to the list
key-clear = show all
key-delete = delete
key-try-again = try again
key-add-row = new row
key-delete-row = delete row
key-undo = undo
key-redo = redo
key-select-all = select all
key-word-back = one word back
key-word-on = one word on
key-delete-word = delete word

## Keys: their names
keyname-enter = Enter
keyname-esc = Esc
keyname-tab = Tab
keyname-backspace = Backspace
keyname-delete = Del
keyname-insert = Ins
keyname-home = Home
keyname-end = End
keyname-page-up = PgUp
keyname-page-down = PgDn
keyname-space = Space
keyname-ctrl = Ctrl
keyname-alt = Alt
keyname-shift = Shift

## Themes
theme-dark = dark
theme-light = light
theme-high-contrast = high contrast
theme-sixteen = 16 colours
theme-none = no colour

## Reports
report-title = Report on { $name }
report-learner = Learner
report-station = Station
report-course = Course
report-course-version = { $course }, version { $version }
report-made-at = Made at
report-summary = In short
report-course-done = Course done
report-lessons-done = Lessons done
report-sections-read = Sections read
report-tests-passed = Tests passed
report-outcomes-mastered = Outcomes mastered
report-whole-tries = Whole attempts
report-misses-standing = Critical questions still missed
report-minutes-active = Minutes active
report-minutes-left = Minutes left
report-started-at = Began
report-last-at = Last there
report-next = What is next
report-lessons = Lessons
report-tests = Tests
report-exercises = Desk work
report-exercise = Exercise
report-found = Found in the last try
report-misses = Critical questions missed
report-confident-errors = Confident errors
report-outcomes = Outcomes
report-attempts = Attempts
report-answers = Answers
report-work-attempts = Attempts at desk work
report-questions = Questions
report-replies = What the learner said
report-story = Lesson
report-todo = To do
report-todo-read = read on ({ $done } of { $all } sections)
report-todo-resume = go on with the { $kind ->
    [test] test
   *[quiz] quiz
 } ({ $done } of { $all } answered)
report-todo-take = take the { $kind ->
    [test] test
   *[quiz] quiz
 }
report-todo-retake = take the { $kind ->
    [test] test
   *[quiz] quiz
 } again
report-todo-exercise = do the exercise
report-minutes = Min
report-sections-seen = Read
report-sections = of
report-tries = Tries
report-try = Try
report-first = First
report-best = Best
report-done = Done
report-test = Test
report-quiz = Quiz
report-passed = Passed
report-supervised = Supervised
report-question = Question
report-answer = Answer
report-form = Form
report-put-right = Put right
report-outcome = Outcome
report-answered = Answered
report-mean = Mean
report-mastered = Mastered
report-started = Began
report-grade = Grade
report-chart-lessons = Scores by lesson
report-chart-lessons-about = A bar is the best score in the lesson’s quiz, the mark on it the first. Passed: { $part } of { $of } lessons.
report-chart-outcomes = Outcomes by lesson
report-chart-outcomes-about = A field is an outcome of the lesson. Mastered: { $part } of { $of } outcomes.
report-chart-times = Scores over time
report-chart-times-about = A point is a whole attempt at a quiz or a test, from the earliest to the latest. Passed: { $part } of { $of } attempts.
report-chart-try = { $title }, try { $try }
report-chart-first = first score
report-chart-pass = pass mark
report-chart-passed = passed
report-chart-not-passed = not passed yet
report-chart-mastered = mastered
report-chart-not-mastered = not mastered yet
pdf-missing-letters = Some letters on this page could not be drawn; their numbers stand for them in square brackets. The HTML page has them.
report-yes = yes
report-no = no
report-true = true
report-false = false
report-note-marked = Marked by { $by }: { $title }, { $points ->
    [one] 1 point
   *[other] { $points } points
}. { $comment }
report-note-pair = As a pair with { $name }: { $what }.
report-note-figures = Times are in UTC. Grades are rounded down to a whole percent; first is the first whole attempt, best the highest. In minutes active, a pause counts 3 minutes at most.
report-note-origin = Made from the progress on one computer. It is not a certificate.
report-note-regraded = { $title }: { $before } % became { $now } %, because the key of { $questions } was corrected. { $reason }
report-note-earlier = { $runs ->
    [one] One earlier run through the course is not in these figures.
   *[other] { $runs } earlier runs through the course are not in these figures.
}

# Certificates
certificate-kind = Certificate of completion
certificate-intro = This certifies that
certificate-of-station = of { $station }
certificate-completed = has completed the course
certificate-version = version { $version }
certificate-criteria = Done by the course’s own rules: { $lessons ->
    [one] { $lessons } lesson
   *[other] { $lessons } lessons
 }, { $tests ->
    [one] { $tests } test
   *[other] { $tests } tests
 }, { $work ->
    [one] { $work } piece of desk work
   *[other] { $work } pieces of desk work
 } beside that of the lessons.
certificate-scores = Passed
certificate-hours = Hours
certificate-hours-attended = { $hours } attended, as the issuer states
certificate-hours-active = { $hours } h { $minutes } min of active work, as the record counts it
certificate-supervision = Supervision
certificate-supervised = A trainer was there and supervised the work
certificate-unsupervised = Worked alone, without supervision
certificate-outcomes = Outcomes mastered
certificate-outcomes-of = { $done } of { $all }
certificate-period = Period
certificate-from-to = { $from } to { $to }
certificate-issued = Issued on
certificate-labelled = { $label }: { $text }
certificate-issued-by = Issued by
certificate-code = Check code
certificate-key = Issuer’s key
certificate-how-to-check = To check it without internet: rundown verify FILE. On paper, compare the check code with the one that the file’s check shows.
certificate-no-accreditation = States what the issuer confirms. It is no accreditation and no academic degree.
certificate-credential = Open Badges 3.0 credential, for programs
certificate-missing-lesson = Lesson not done: { $title }
certificate-missing-test = Test not passed: { $title }
certificate-missing-work = Desk work not passed: { $title }
certificate-missing-rules = The course does not say what completes it.

# Trainer's key, certifying, verifying
trainer-ask-passphrase = Passphrase (it is not shown):
trainer-ask-passphrase-again = The same passphrase again:
trainer-key-made = The key is made. Print it now and lock the page away: rundown trainer key backup. Whoever has the key can certify in your name; without it nobody can.
trainer-key-file = Kept in
trainer-key-locked = locked with a passphrase
trainer-key-open = not locked: whoever reads this file has the key
trainer-trusted = Certificates of { $name } are believed here from now on.
trainer-backup-title = Rundown: secret key of an issuer
trainer-backup-secret = This is the secret itself, without any passphrase. Whoever has this page can certify in your name.
trainer-backup-keep = Lock it away, and send it to nobody. The key above, did:key:…, is the one that everybody may know.
trainer-backup-restore = To read it in again: type the nine rows into a file, then: rundown trainer key restore FILE --name NAME
certify-refused = No certificate for { $name }: the course is not done by its own rules.
certify-done = Certified for { $name } by { $issuer }. Check code { $code }.
certify-not-sealed = The certificate could not be sealed: its text holds a seal of another file.
verify-valid = Valid: signed by { $name }, and not changed since.
verify-known-own = This is the issuer of this home.
verify-known-trusted = This home knows this key as { $name }.
verify-known-named = This is the key that you named.
verify-learner = Name
verify-certificate = Certificate
verify-course = Course
verify-states = States
verify-unsigned = { $file }: not valid. This is no certificate: nothing in it is signed. A report is not a certificate.
verify-changed = { $file }: not valid. It was signed once, but this is not what was signed: it was changed, cut or damaged, or another program wrote it anew.
verify-two-issuers = { $file }: not valid. One key sealed the file, and another signed the credential in it.
verify-another = { $file }: not valid. It is signed by another key than the one you named: { $key }
verify-unknown = { $file }: not valid here, because nobody here knows the issuer. The signature holds, and the issuer calls itself “{ $name }”, which anybody can do. Its key: { $key }
    Ask the issuer for their key, not the learner. Is it this one? Then: rundown verify FILE --issuer KEY, or for good: rundown trainer trust KEY --name NAME

## Everywhere
loading = Opening your work …
too-small = Please make the window larger: at least { $columns } columns and { $rows } rows.
saving-saved = saved
saving-saving = saving
saving-failed = NOT SAVED
banner-never = Nothing of this session is saved: { $why }
banner-unsaved = Not saved: { $why } You can go on; everything is kept in memory. Ctrl-R tries again.
notice-delivered = Written: { $place }
notice-not-delivered = Not written: { $why }
nothing-found = Nothing found.
time-hours = { $hours }h { $minutes }'
time-left = { $time } left
time-remain = { $time } remain
key-save-again = try to save again

## The rundown
home-column-page = PAGE
home-column-slug = SLUG
home-column-story = STORY
home-column-minutes = MIN
home-column-status = STATUS
home-track-left = { $done } of { $all } · { $left } left
home-track-done = { $done } of { $all } · { $left }
home-nothing-left = done
home-course = Course
home-review-short = { $count } due · { $left }
home-review = { $count ->
    [one] Review: 1 item due
   *[other] Review: { $count } items due
}
home-tests = Tests
home-end = End of the course
home-course-done = The course is done.
home-panel-outcomes = You will be able to
home-panel-missed = Not right the last time
home-panel-sections = Sections
status-quiz = quiz
status-untouched = not begun
status-reading = { $at } of { $of } sections read
status-quiz-next = read to the end, the quiz is next
status-quiz-left = begun, quiz at question { $at } of { $of }
status-not-passed = not passed yet, best { $grade } %
status-passed = quiz passed with { $grade } %, not read to the end
status-done = done, best { $grade } %
status-due = due
status-begun = begun, not handed in
status-later = asked when the course is over
status-due-from = due from { $day }
status-form-due = due, if you like
status-replied = answered; it can be changed

## First start, and who is here
setup-welcome = Welcome to the newsroom.
setup-kept-here = Your answers and notes stay on this machine, under your name. Nothing is sent anywhere.
setup-name = Your name
setup-station = Your station
setup-language = Language
setup-name-needed = Please write your name: reports carry it.
learners-title = Who is here?
colleagues-title = Who sits here with you?
# The header while two learners sit at one machine.
pair-names = { $one } with { $other }
pair-with = with { $name }

## Questions to decide
ask-cancel = Go back
ask-save-again = Save again
ask-quit-anyway = Quit and lose it
ask-unfinished-title = Not finished
ask-unfinished-text = What is missing earns nothing. Hand it in all the same?
ask-work-on = Work on
ask-hand-in = Hand in as it is
missing-fields = Still empty: { $missing } of { $all } fields.
missing-text = The text is empty, or still as it was given.
missing-cards = Laid so far: { $have } cards. At least { $all } are wanted.
missing-marks = Nothing is marked yet.
missing-items = Not decided yet: { $missing } of { $all } items.
missing-conclusions = Not concluded yet: { $missing } of { $all } questions of the case.
missing-steps = Not ticked yet: { $missing } of { $all } steps.
ask-delete = Delete
ask-unsaved-title = Not saved
ask-unsaved-text = Your last work could not be written to the disk. If you quit now, it is lost.
ask-note-title = Delete the note?
ask-note-text = Its words cannot be brought back.
ask-report-title = Write a report
ask-report-text-of = Your lessons, grades, attempts and outcomes, as a file. Which kind?
ask-report-html = Web page, to print
ask-report-pdf = PDF, to print and to keep
ask-report-text = Text
ask-report-md = Markdown
ask-report-csv = Spreadsheet (CSV)
ask-report-json = JSON

## Help and settings
help-title = All keys
help-here = On this screen
help-everywhere = Everywhere
settings-title = Settings
settings-language = Language
settings-theme = Theme
settings-signs = Signs
settings-unicode = Unicode
settings-ascii = ASCII
settings-forget = Everything of mine
settings-delete = delete …
settings-back-up = Backup
settings-copy = make one …
takeaway-readme =
    Everything that Rundown keeps about { $name }.

    progress.rundown  every event, as it was written; “rundown progress import progress.rundown” takes it in again, on any machine
    report.html       the report, for a web browser; report.txt says the same
    notes.txt         notes and bookmarks, with their places; notes.json for programs
    drafts.json       work that is not handed in, places and settings
    profile.json      name, station and language
forget-title = Delete everything of mine?
forget-text = Your answers, desk work, notes, drafts and files in this home are deleted, and its backups lose them too. Nobody can bring them back. What you gave to others, and copies on other disks, are not touched.
forget-ask = To delete, type your name, { $name }:
forget-other-name = That is not your name; nothing was deleted.
code-title = A code opens this test
code-told = Your trainer says the code when the test begins. Capitals, spaces and hyphens do not count.
code-ask = The code:
code-wrong = That is not the code of this test. Ask your trainer to say it once more.
forget-not-as-pair = Go on alone first: a pair cannot delete anybody.
notice-forgotten = Everything of yours is deleted.
sample-right = right
sample-wrong = wrong
sample-warn = look at this
sample-begun = begun
sample-open = open

## Glossary, search, notes
glossary-title = Glossary
glossary-count = { $count ->
    [one] one term
   *[other] { $count } terms
 }
glossary-also = Also: { $forms }
search-title = Search
search-how = Type words, then Enter: all lessons and the glossary are searched.
search-count = { $count ->
    [one] found once
   *[other] found in { $count } places
 }
notes-title = Notes
notes-bookmark = Bookmark
notes-none = No notes yet. In a lesson, n writes a note and m sets a bookmark.

## My progress
progress-title = My progress
progress-lessons = { $n } of { $of } lessons done
progress-mastered-short = { $n }/{ $of } outcomes mastered
progress-mastered = { $n } of { $of } outcomes mastered
progress-active = { $time } active
progress-next = Next: { $number } { $title }
progress-first = FIRST
progress-best = BEST
progress-tries = TRIES
progress-outcomes = OUTCOMES
progress-time = ACTIVE
progress-critical = { $count ->
    [one] one critical question missed
   *[other] { $count } critical questions missed
 }

## Reading
reader-seen = { $seen } of { $all } sections
reader-seen-short = { $seen }/{ $all }
reader-terms = Words on this page
reader-left = { $minutes }' left
outline-title = Outline
outline-start = Beginning
popup-footnote = Footnote { $number }
note-title = Note

## In the text of lessons
text-note = NOTE
text-warning = WARNING
text-example = EXAMPLE
text-trainer = FOR THE TRAINER
text-figure = Figure
text-picture = Picture
text-question = QUESTION
text-too-deep = Nested too deep to be shown as it was meant; here is the text as written:
text-too-long = Too long to be shown in one piece; here is the beginning as written:
text-too-many-cells = This table is too large to be shown as a table; here is the text as written:
text-unreadable = This block could not be read; here is the text as written:

## What can go wrong
failure-store = Your work cannot be opened
failure-store-text = Nothing was changed. When this is put right, press r.
failure-course = This part of the course is at fault
failure-course-text = Your progress is untouched. Show this page to whoever wrote the course.
trouble-forbidden = This session may not ask for that.
trouble-deleted = { $place } was deleted here, and nothing of theirs is taken.
trouble-no-learner = There is no learner { $place } here.
trouble-no-cohort = Cohort { $place } is not in this home: list the cohorts with `rundown cohort list`.
trouble-full = The disk that holds { $place } is full: free some space.
trouble-read-only = { $place } cannot be written ({ $why }). Choose another folder with --home.
trouble-newer = { $place } was written by a newer Rundown: open it with that version. Until then “rundown report” can read it.
trouble-damaged = { $place } is damaged ({ $why }). It was left as it is. “rundown restore --salvage” saves what can be read of it.
trouble-foreign = { $place } is not a Rundown journal ({ $why }). It was left as it is: move it away, or choose another folder with --home.
trouble-unsafe = Answers would not be safe in { $place } ({ $why }). Choose a folder on a disk of this machine with --home.
trouble-busy = { $place } is in use by another program: close it, then try again.
trouble-closed = The journal is closed: start Rundown again.
trouble-io = { $place }: { $why }

## Plain mode
plain-welcome = Rundown. { $course }.
plain-hello = Plain mode: each question is one line, and you answer with one line. Type ? for help.
plain-help = Type what the line asks for, then Enter. Everywhere: q goes back or ends, l switches between English and French, ? is this help. In a quiz, h gives a hint and r looks into the lesson. An answer that is itself one of these letters is typed with = before it: =q. Leaving loses nothing.
plain-saved = Everything is saved. Goodbye.
plain-saved-again = Everything is saved again.
plain-unsaved = NOT SAVED: { $why }
plain-store-failed = Your progress cannot be opened: { $why }
plain-delivered = Saved as { $place }
plain-not-delivered = The file could not be written: { $why }
plain-language = Language: { $name }
plain-note = Note
plain-warning = Warning
plain-example = Example
plain-figure = Figure
plain-picture = Picture
plain-who = Who is here?
plain-ask-learner = Type your number, 1 to { $max }, or n for a new name:
plain-join-offer = i: join { $cohort } with a name of the trainer’s list
plain-ask-seat = Type your number or a part of your name, 1 to { $max }, or n to type a name of your own:
plain-ask-test-code = Type the code, or Enter to leave the test for later:
plain-first-start = This is your first time here. Your answers stay on this computer.
plain-ask-name = Your name:
plain-ask-station = Your station:
plain-ask-language = Number of your language, 1 to { $max }, or Enter for this one:
plain-greeting = Hello, { $name }.
plain-colleagues = Who sits here with you?
plain-ask-colleague = Type the number, 1 to { $max }; q goes back:
plain-pair = You and { $name } work as a pair: quizzes and desk work count for both. a goes on alone.
plain-alone = You go on alone.
plain-nobody-else = Nobody else is known on this machine. Type w to add somebody.
plain-course-line = { $percent } % done, { $left ->
    [one] 1 minute left
   *[other] { $left } minutes left
}.
plain-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
plain-status-untouched = Not begun
plain-status-reading = { $done } of { $all } sections read
plain-status-quiz-next = Read; the quiz is next
plain-status-quiz-left = Quiz left at question { $done } of { $all }
plain-status-not-passed = Not passed yet, best { $percent } %
plain-status-passed = Quiz passed, best { $percent } %; something is left to read or do
plain-status-done = Done, best { $percent } %
plain-status-later = Asked at the end
plain-status-due-from = Due from { $day }
plain-status-due = Due, if you like
plain-status-replied = Answered
plain-ask-menu = Enter goes on where you stopped. Or type a number, 1 to { $max }; p my progress, r review, d desk work and tools, n notes, g glossary, s search, a work as a pair, w another learner, b backup, x delete everything of mine, q end:
plain-ask-lesson = 1 read, 2 quiz; Enter reads:
plain-all-done = Nothing is left to do. Choose a number to look at something again.
plain-faulty = This part of the course cannot be opened. Tell whoever gave you the course:
plain-lesson-head = { $minutes } minutes. Afterwards you can:
plain-section = Section { $at } of { $all }
plain-beginning = Beginning
plain-inside = A question in between; it is not graded.
plain-ask-section = Enter goes on; b one section back, o outline, n note, m bookmark, g glossary, z quiz, q leave:
plain-ask-last-section = This was the last section. Enter goes on; b one section back, o outline, n note, m bookmark, g glossary, z quiz, q leave:
plain-ask-quiz = The lesson is read. Enter begins the quiz, q goes back to the menu:
plain-reviews = { $count ->
    [one] Review: 1 item due. r asks it.
   *[other] Review: { $count } items due. r asks them.
}
plain-review = Review: questions that come back. They change no score; q leaves at any time.
plain-recall = First some questions from earlier lessons. They are not graded; q skips them.
plain-question = Question { $at } of { $all }
plain-critical = Critical: missing this one fails the quiz.
plain-hint = Hint: { $hint }
plain-no-hints = There is no hint here.
plain-partners = They belong to these, each to another one:
plain-categories = Categories:
plain-words-by-number = The words by number:
plain-ask-single = Number of your answer, 1 to { $max }:
plain-ask-multiple = Numbers of all that are right, 1 to { $max }, with spaces between:
plain-ask-order = All { $max } numbers in the right order, with spaces between:
plain-ask-match = What belongs to “{ $option }”? Its number, 1 to { $max }; b takes the last one back:
plain-ask-sort = Category of “{ $option }”? Its number, 1 to { $max }; b takes the last one back:
plain-ask-number = A number:
plain-ask-number-unit = A number ({ $unit }):
plain-ask-short = Your answer, one word or a few:
plain-ask-mark = Numbers of the words to mark, such as 2 7-9:
plain-kept = Kept from before: { $answer }. Enter alone hands it in.
plain-kept-for-the-end = Kept. The grades come at the end.
plain-why-not-a-number = “{ $given }” is not a number of the list. Type digits, such as 2.
plain-why-range = “{ $given }” is not in the list. Type a number from 1 to { $max }.
plain-why-menu = “{ $given }” is not in the menu. Type a number from 1 to { $max }, or one of the letters.
plain-why-section = “{ $given }” is not a section. Type Enter, one of the letters, or a number from 1 to { $max }.
plain-why-twice = { $number } is there twice. Type each number once.
plain-why-only-one = Only one answer is wanted. Type one number.
plain-why-missing = { $number ->
    [one] One number is missing.
   *[other] { $number } numbers are missing.
} Type them all in one line.
plain-why-too-many = { $number ->
    [one] Only one place is open. Type one number.
   *[other] Only { $number } places are open. Type as many numbers at most.
}
plain-why-taken = { $number } belongs to number { $option } already, and each is used once. Type another one, or b to take the last one back.
plain-why-nothing-before = There is nothing to take back yet.
plain-why-empty = Nothing is typed. Answer, or type q to go back.
plain-why-long = That is too long. Use { $max } characters at most.
plain-why-not-a-figure = “{ $given }” is not a number. Type digits, such as 75 or 2.5.
plain-why-unit = The number is wanted in { $unit }. Type it in that unit, or without one.
plain-right = Right.
plain-wrong = Not right.
plain-partly = Partly right: { $percent } %.
plain-order-counted = The grade counts neighbours: { $kept } of { $all } follow the right card.
plain-mark-right = right
plain-mark-wrong = wrong
plain-mark-place = wrong, it belongs at place { $at }
plain-mark-missed = missing
plain-mark-open = not chosen
plain-reason = Why: { $why }
plain-result = Result: { $right } of { $all } right, { $percent } %.
plain-passed = Passed.
plain-not-passed = Not passed yet. You can take it again at any time.
plain-critical-missed = Critical and missed: { $prompt }
plain-ask-wrong-ones = 1 practises the wrong ones (it counts nowhere), 2 looks back at the questions; Enter goes back to the menu:
plain-ask-confidence = Are you sure of this answer? 1 sure, 2 not sure:
plain-measured = This test measures. Nothing depends on it.
plain-no-questions = There are no questions here.
plain-ask-report = Write the report as a file: { $formats }; a reads all of it here; c writes your progress for another machine, i takes it in from one. Enter goes back:
plain-ask-term = Number of a term, 1 to { $max }, or the term itself; Enter goes back:
plain-ask-search = Words to search for; Enter goes back:
plain-ask-hit = Number of a place to open, 1 to { $max }; Enter goes back:
plain-hits = { $count ->
    [0] Nothing found.
    [one] One place:
   *[other] { $count } places:
}

## The command line
unsaved-ask = Go on without saving? Type { $yes } to go on, anything else to leave:
unsaved-yes = yes
unsaved-at-end = Your last answers could not be saved. { $why }
## Quizzes
quiz-title = quiz
quiz-title-test = test
quiz-title-recall = recall
quiz-title-practice = practice
quiz-title-inside = Question
quiz-title-review = review
quiz-recall-intro = Some questions on earlier lessons first. They count nowhere; Esc skips them.
quiz-position = question { $at } of { $of }
quiz-position-short = { $at }/{ $of }
quiz-critical = critical
quiz-right-count = { $count } right
quiz-questions = QUESTIONS
quiz-hand-in = Hand in
quiz-hand-in-sure = Hand in: I am sure
quiz-hand-in-unsure = Hand in: I am not sure
quiz-why = Why:
quiz-hint = Hint { $at } of { $of }:
quiz-field = Answer:
quiz-typed = You answered:
quiz-right-answer = Right: { $answer }
quiz-order-counted = { $arrow } shows the place where a card belongs. The grade counts neighbours: { $kept } of { $all } follow the right card.
quiz-belongs = belongs to: { $target }
quiz-targets = Each of these serves one at most:
quiz-categories = Put each into one of these:
answer-true = True
answer-false = False
quiz-not-marked = not marked
verdict-right = Right.
verdict-wrong = Not right.
verdict-partly = Partly right: { $grade } %.
verdict-critical = This question is critical: without it the quiz is not passed.

## Why an answer cannot be handed in yet
not-yet-wrong-form = This is an answer to another kind of question.
not-yet-unknown = The question has no “{ $text }”.
not-yet-nothing-chosen = Choose an option first.
not-yet-nothing-ticked = Tick at least one option first.
not-yet-twice = “{ $text }” is there twice.
not-yet-unplaced = { $count ->
    [one] One card has no place yet.
   *[other] { $count } cards have no place yet.
}
not-yet-target-twice = “{ $text }” is used for two cards.
not-yet-nothing-typed = Type an answer first.
not-yet-too-long = The answer is longer than { $count } characters.
not-yet-not-a-number = “{ $text }” is not a number. Write it like 75, 75.5 or 1,240.
not-yet-other-unit = “{ $text }” is not the unit that is asked for.
not-yet-nothing-marked = Mark at least one word first.

## The result of a quiz
result-title = result
result-passed = PASSED   { $grade } %
result-not-passed = NOT PASSED YET   { $grade } %
result-pass-mark = pass mark { $grade } %
result-measured = RESULT   { $grade } %. This test measures; nothing depends on it.
result-confident = { $sure ->
    [0] No answer was marked as sure.
   *[other] Confident errors: { $wrong } of { $sure } sure answers were not right.
}
result-supervised = Supervised: begun with the trainer’s code
result-unsupervised = Not supervised
result-right = { $right } of { $of } right in full
result-tries = try { $try }: first { $first } %, best { $best } %
result-critical = { $count ->
    [one] One critical question was missed. It must be right in full, whatever the total.
   *[other] { $count } critical questions were missed. They must be right in full, whatever the total.
}
result-practice = Practice: { $right } of { $of } right in full. It counts nowhere.
review-result = { $right } of { $of } right in full. It changes no score.
review-tomorrow = { $count ->
    [one] One comes back tomorrow.
   *[other] { $count } come back tomorrow.
}
review-this-week = { $count ->
    [one] One comes back within a week.
   *[other] { $count } come back within a week.
}
review-later = { $count ->
    [one] One comes back later.
   *[other] { $count } come back later.
}
review-more = { $count ->
    [one] One more is due, for whenever you like.
   *[other] { $count } more are due, for whenever you like.
}
review-nothing-due = { $days ->
    [one] Nothing is due for review today. The next question comes back tomorrow.
   *[other] Nothing is due for review today. The next question comes back in { $days } days.
}
review-nothing-yet = Nothing is due for review. Questions that you have answered come back here after some days.
result-cannot-practise = These questions cannot be opened: the course on this machine has a fault.

## What is found in desk work
finding-empty = Nothing is filled in here, and it is needed.
finding-cells = { $count } cells of this table are empty, and they are needed.
finding-choice = This is none of the choices.
finding-number = This is not a number. Write digits, such as 75 or 2.5.
finding-timecode = This is not a timecode. Write hours, minutes, seconds and frames: 00:00:08:00. The frames stay below the frame rate.
finding-duration = This is not a duration. Write minutes and seconds: 02:15.
finding-date = This is not a date. Write year, month and day: 2027-03-16.
finding-datetime = This is not a time in UTC. Write the date, T, the time and Z: 2027-03-16T15:30Z.
finding-rows = There are { $have } rows; there must be { $least } to { $most }.
finding-captions = There are { $have } captions; { $want } are wanted.
finding-open = “{ $item }” was not decided.
finding-note = The note on “{ $item }” is missing.
finding-not-concluded = Nothing was concluded here.
finding-reasons = { $have } strong reasons are cited; { $want } are wanted.
finding-misleading = “{ $tool }” misleads: it is no reason.
finding-empty-reason = “{ $tool }” says nothing on this: it is no reason.
finding-budget = The tools took { $have } minutes; { $want } were there.
finding-step = Not done: { $step }
finding-rubric = { $line }: { $have } of { $want } points.

# Desk work on the screen.
key-desk = desk work
key-untimed = clock on/off
key-next-finding = next finding
key-previous-sheet = sheet before
key-next-sheet = next sheet
key-materials = material
key-back-to-work = back to the work
key-leave-work = leave, all is kept
key-done = done
key-again = again
key-next-stage = go on
key-end-story = hand in
key-debrief = last debrief
work-chosen = Chosen: { $chosen } (from { $least } to { $most })
work-cards = Cards
work-no-label = no label yet
work-caption = Caption
work-queue = { $done } of { $all } decided
work-queue-at = { $now } · { $done } of { $all } decided
work-note = Note
work-close-item = back to the queue
work-budget = { $spent } of { $budget } minutes spent
work-tools = Tools, with the minutes they cost. Use one; once more to cite it.
work-needs = first: { $tools }
work-notebook = Notebook
work-notes = Notes
work-steps = What to do
work-file = File name
work-rubric = For a colleague or the trainer
work-rubric-by = Give points with left and right; leave this to somebody else.
work-words = { $have ->
    [one] { $have } word
   *[other] { $have } words
 }
work-words-of = { $have ->
    [one] { $have } word
   *[other] { $have } words
 } of { $min }–{ $max }
work-seconds-of = { $have } s of { $min }–{ $max } s
work-read-time = { $seconds } s to read
work-local-time = = { $time } { $zone }
work-choose = choose
work-choice = { $at } of { $of } · left and right change it, Enter opens the list
work-row = Row { $at } of { $of }
work-empty-row = an empty row
work-add-row = new row
work-sum = Sum of the shots: { $sum }
work-hand-in = Hand in
work-go-on = Go on
work-minutes = About { $minutes } minutes
work-with-clock = with the clock
work-without-clock = without the clock
work-findings = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
 } · { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
 }
work-findings-short = { $wrong }{ $errors } { $warn }{ $warnings }
work-tool-kept = Kept. It is in the list of desk work.
form-not-judged = nobody marks this
form-nothing = Nothing is filled in yet.
plain-form-said = What you said before stands there; change what you like.
plain-ask-form-hand-in = Enter to hand the form in, b to go on with it:
plain-form-thanks = Handed in. Thank you. You can change it later.
status-work = desk
status-work-next = quiz passed with { $grade } %, the desk work is next
debrief-title = debrief
debrief-passed = { $grade } %: passed (from { $pass } %).
debrief-not-passed = { $grade } %: not passed yet (from { $pass } %).
debrief-critical = { $grade } %: not passed, because a critical rule was broken.
debrief-findings = Findings
debrief-no-findings = The rules found nothing.
debrief-is-critical = Critical.
debrief-shows = What this shows
debrief-expert = What an expert would have done
story-left = { $left } of { $all } stages to go
swap-title = From colleagues
swap-heading = From colleagues
swap-row = the queue: { $decided } of { $all } decided
swap-note-missing = { $code } asks for a note to the sender: { $item }.
swap-nothing-new = Nothing is decided that was not handed in before.
swap-accept = Accept
swap-return = Return
swap-hold = Hold
swap-reject = Reject
swap-kill = Kill
debrief-returned = The desk’s return note
desk-title = desk work
desk-stories = Stories
desk-tools = Tools for real items
desk-kept = kept: { $name }
desk-nothing-yet = Nothing was handed in here yet.
part-rules = rules kept
part-marks = marks
part-decisions = decisions
part-codes = codes
part-notes = notes
part-labels = labels
part-conclusion = conclusion
part-reasons = reasons
part-order = order of work
part-done = steps done
part-rubric = rubric
part-questions = questions
part-accuracy = accuracy
part-process = process
part-time = time
plain-status-work-next = quiz passed with { $percent } %, the desk work is next

## The debrief of desk work
place-row = { $field }, row { $row }
place-cell = { $field }, row { $row }, { $column }
place-column = { $field }, { $column }
place-words = “{ $words }”
beside-text = Text
beside-cards = Cards in order
beside-label = Label of “{ $card }”
beside-caption = Caption of “{ $card }”
beside-order = Order of the items
beside-cited = Reasons cited
beside-used = Tools used, in order
beside-steps = Steps done
beside-file = File
debrief-beside = Your work beside the model
debrief-yours = you
debrief-model = model
debrief-waits = The rubric waits for a colleague or the trainer.
debrief-marked = Marked by { $by }: { $points ->
    [one] 1 point
   *[other] { $points } points
}. { $comment }
beside-note = Note on “{ $item }”

## Plain mode: desk work
plain-ask-lesson-work = 1 read, 2 quiz, 3 to { $max } desk work; Enter reads:
plain-ask-work-next = The quiz is passed. Enter begins the desk work, q goes back to the menu:
plain-work = Desk work:
plain-tools = Tools for real items:
plain-ask-all-work = Type a number, 1 to { $max }; Enter goes back:
plain-ask-open-work = You have handed in a try. Enter works on it again, d reads its debrief:
plain-why-open-work = “{ $given }” is not accepted. Type Enter, or d.
plain-ask-item-name = Name of the item, such as its slug, or the number of one that is kept; Enter goes back:
plain-tool-name = Item { $name }. It is kept under this name and handed in to nobody.
plain-tool-kept = Kept. A real item is not handed in; q leaves it.
plain-no-anew = This one cannot be begun anew.
plain-no-debrief = Nothing was handed in yet.
plain-work-begun = Begun
plain-work-half-done = What you made before is here. Go on with it, or type n to begin anew.
plain-work-how = While you work: h hands in, b the brief again, m what lies on your desk, c what the rules find so far, w what you made as files, u without or with the clock, n begins anew, q leaves and keeps everything.
plain-materials = On your desk:
plain-no-materials = Nothing lies on your desk here.
plain-ask-material = Number of what to read, 1 to { $max }; Enter goes on:
plain-no-checks = Here the rules speak after handing in.
plain-nothing-found = The rules find nothing.
plain-no-clock = There is no clock here.
plain-without-clock = Without the clock: time does not count.
plain-with-clock = With the clock: time counts where the work says so.
plain-ask-anew = What you made is thrown away. Enter begins anew, b goes back:
plain-ask-hand-in = Enter hands your work in; b goes on working:
plain-why-confirm = “{ $given }” is not accepted. Type Enter, or b.
plain-stage = Stage { $at } of { $all } · { $time }
plain-ask-stage = Enter opens this stage, b leaves; stages that were handed in are kept:
plain-ask-text = Type your text, in as many lines as you like; a single dot on a line ends it and replaces what was there. Or Enter shows it, h hands in:
plain-text-cut = That is too long; only the beginning is kept.
plain-no-text = There is no text yet.
plain-your-text = Your text:
plain-length = { $count } words, { $seconds } seconds read aloud.
plain-length-of = { $count } words, { $seconds } seconds read aloud; { $least } to { $most } words are wanted.
plain-form-how = In a form, Enter leaves a field as it is and goes on, x empties it, g 3 goes to field 3, f lists all fields.
plain-field = Field { $at } of { $all }: { $label }
plain-locked = This field stays as it is.
plain-there = There: { $value }
plain-empty = (empty)
plain-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
plain-local-time = That is { $time } local time { $zone }.
plain-ask-form-end = All fields were asked. A number, 1 to { $max }, goes back to a field; h hands in:
plain-ask-field-text = Your entry:
plain-ask-field-long = Your text, in as many lines as you like, ended by a single dot:
plain-ask-field-choice = Number of your choice, 1 to { $max }:
plain-ask-field-choices = Numbers of your choices, 1 to { $max }, with spaces between:
plain-ask-field-number = A number:
plain-ask-field-timecode = A timecode such as 00:00:08:00, at { $fps } frames a second:
plain-ask-field-duration = Minutes and seconds, such as 02:15:
plain-ask-field-date = A date such as 2027-03-16:
plain-ask-field-datetime = A time in UTC such as 2027-03-16T15:30Z:
plain-ask-field-rows = A new row: { $columns }, with | between. Or r 2 and a row for another row 2, i 2 and a row before row 2, d 2 takes it away:
plain-why-rows = There are { $max } rows already. Take one away first: d and its number.
plain-why-cells = That is too many cells. A row has { $max } here, with | between.
plain-cards = Cards:
plain-labels = Labels:
plain-chosen = Chosen, in order:
plain-nothing-chosen = Nothing is chosen yet.
plain-ask-cards = Numbers of the cards you choose, 1 to { $max }, in their order ({ $least } to { $most } cards); Enter shows them, h hands in:
plain-ask-cards-label = e 4 2 puts label 2 on card 4.
plain-ask-cards-caption = t 4 and words write the caption of card 4, in one line or more; a single dot on a line ends it.
plain-why-not-chosen = Card { $number } is not chosen. Choose the cards first.
plain-marked = Marked:
plain-nothing-marked = Nothing is marked yet.
plain-ask-sentences = Numbers of the sentences to mark, such as 2 4-5; d 1 takes mark 1 away, Enter shows the text, h hands in:
plain-ask-quote = Type the words to mark, as they stand in the text; d 1 takes mark 1 away, Enter shows the text, h hands in:
plain-ask-label-first = First the number of the label, 1 to { $max }, and a colon, such as 2:.
plain-why-label = Which label? Type its number, 1 to { $max }, and a colon first, such as 2:.
plain-why-no-words = “{ $given }” does not stand in the text in this form. Type the words as they stand there.
plain-why-many-words = These words stand in the text { $count } times. Type a longer piece.
plain-undecided = open
plain-ask-queue = Number of an item to open, 1 to { $max }; Enter shows the queue, h hands in:
plain-ask-decision = Your decision, 1 to { $max }; Enter goes back to the queue:
plain-ask-code = The code or its number, 1 to { $max }; Enter gives none:
plain-ask-note = Your note, on one line; Enter leaves it:
plain-used = used
plain-cited = cited
plain-spent = { $spent } of { $budget } minutes are spent.
plain-ask-case = Number of a tool to use or to read again, 1 to { $max }; e 2 5 cites tools 2 and 5, o concludes, t your notes, Enter shows the tools, h hands in:
plain-why-needs = Something comes first: { $tools }
plain-why-unused = “{ $tool }” was not used yet, so nothing of it can be cited.
plain-ask-conclusion = Number of your answer, 1 to { $max }; Enter leaves it:
plain-ask-notes = Your notes, in as many lines as you like, ended by a single dot; Enter leaves them:
plain-ask-steps = Numbers of the steps that are done, 1 to { $max }; once more opens a step again, k the points of a colleague, Enter shows the sheet, h hands in:
plain-ask-file = t and a name tell the file.
plain-step-done = done
plain-step-open = open
plain-file = File: { $file }
plain-rubric = For a colleague or the trainer:
plain-rubric-by = Leave this to somebody else: give points for each line.
plain-rubric-waits = Somebody still gives points by the rubric.
plain-ask-points = Points, 0 to { $most }; Enter leaves it open:
plain-why-points = “{ $given }” is not accepted. Type a number from 0 to { $most }.
plain-debrief = Debrief: { $title }
plain-work-result = Result: { $percent } %, the pass mark is { $pass } %.
plain-work-critical = Not passed: a critical rule was broken. You can do it again at any time.
plain-found = What was found:
plain-is-warning = Only a remark.
plain-is-critical = Critical.
plain-beside = Your work beside the model. What differs stands in square brackets.
plain-beside-same = - { $what }, the same: { $text }
plain-beside-yours = Yours: { $text }
plain-beside-model = Model: { $text }
plain-shows = What this shows:
plain-expert = What an expert would have done:

# Notes, looking back and files, line by line.
plain-notes = Notes and bookmarks:
plain-ask-note-place = Number of a place to open, 1 to { $max }; d 2 deletes number 2; Enter goes back:
plain-ask-delete-note = Enter deletes this note for good, b keeps it:
plain-deleted = Deleted.
plain-your-note = Your note: { $text }
plain-is-bookmarked = There is a bookmark here.
plain-bookmark-on = The bookmark is set.
plain-bookmark-off = The bookmark is taken away.
plain-ask-note-text = Your note, in as many lines as you like, ended by a single dot; Enter alone changes nothing:
plain-note-kept = The note is kept.
plain-ask-look-into = Number of a section to read, 1 to { $max }; Enter goes back to the question:
plain-your-answer = Your answer: { $answer }
plain-ask-result = 1 practises the wrong ones (it counts nowhere), 2 looks back at the questions, 3 takes the whole again; Enter goes back:
plain-ask-look-back = Number of a question to read again, 1 to { $max }; a reads all of them; Enter goes back:
plain-no-attempt = No attempt was answered to its end yet.
plain-look-back = d looks back on your last quiz here.
plain-ask-test = You have taken this test. Enter takes it again, d looks back on your answers:
plain-no-files = Only forms can be written as files.
plain-swaps = s From colleagues: { $decided } of { $all } items are decided.
plain-swaps-decided = { $count ->
    [one] One decision is handed in. Give the return note to your colleague.
   *[other] { $count } decisions are handed in. Give the return notes to your colleagues.
}
plain-returned = A return note came: { $told }
plain-after-read = Open the lesson where it says more
plain-after-files = Write what you made as files
plain-after-send = Write it as a file for a colleague, who takes it in with “rundown exercise receive”
plain-ask-after = Type a number, 1 to { $max }; Enter goes back:
plain-ask-item-or-kept = Name of a new item, such as its slug, or the number of one that is kept; w 1 writes number 1 as files, d 1 deletes it; Enter goes back:
plain-ask-delete-item = Enter deletes this item for good, b keeps it:
send-too-long = This is too long for a file to a colleague. Shorten it first.
key-look-back = look back
key-send = to a colleague
progress-no-look-back = The course has lost a question of that attempt, so it cannot be shown.
debrief-empty = nothing
verify-progress-whole = Whole: the progress of { $name }, as one home wrote it at { $at }. That says which home, not that the work was honest. Its key: { $key }
verify-progress-unsigned = { $file }: this progress file is whole and not signed. Nobody says which home wrote it.
verify-progress-cut = { $file }: this progress file is cut: its end is missing. Ask for it again.
verify-progress-damaged = { $file }: this progress file was damaged or changed after it was written. Ask for it again.
verify-progress-another = { $file }: this progress file is whole, and another home wrote it than the one you named: { $key }
carry-several = { $count } files. { $smooth } came in whole and signed.{ $odd ->
    [0] {""}
    [one] {" "}One is to be looked at:
   *[other] {" "}{ $odd } are to be looked at:
}
carry-taken = { $file }: { $name }, { $new ->
    [one] one new event
   *[other] { $new } new events
}, { $known } known before
carry-added = { $name } was not in this home and is now.
carry-signed = The file is whole, as the home { $key } wrote it. That says which home, not that the work was honest.
carry-unsigned = The file is whole and not signed: nobody says which home wrote it.
carry-cut = The file is cut: what is whole came in. Ask for it again.
carry-damaged = The file was damaged or changed: what is whole came in. Ask for it again.
carry-conflicts = { $count ->
    [one] One event is there with two contents. Both are kept and neither counts.
   *[other] { $count } events are there with two contents. Both are kept and neither counts.
}
carry-refused = { $count ->
    [one] One line was refused:
   *[other] { $count } lines were refused:
}
carry-line = line { $line }: { $why }
carry-nothing = Nothing came in: { $why }
carry-out-title = To another machine
carry-out-holds = This writes one file: your name, your station, what you said about yourself, every answer, your work, your notes, when you signed in, and how long it took.
carry-out-readable = Whoever has the file can read it, such as a trainer who collects it: it is not locked. It is signed by this machine, which says where it was written.
carry-out-where = On the other machine, “i” on this page takes it in. What you do on both comes together, and nothing counts twice.
carry-out-label = Folder or stick (empty: your reports)
carry-in-title = From another machine
carry-in-what = This takes in progress files, which end in .rundown: yours from another machine, or a colleague’s. Nothing that is here is lost, and nothing counts twice.
carry-in-where = Type a file, or the folder or stick that it is on.
carry-in-label = File, folder or stick
carry-in-needed = Type where the file is.
back-up-title = Backup
back-up-holds = This copies everything that is kept here: the answers, work and notes of everybody who uses Rundown in this home. Keep it where only you can read it: it is not locked.
back-up-checked = The copy is read back and compared before it is called done.
back-up-restore = Should this machine break, “rundown restore” with that file puts everything back.
back-up-not-here = A copy holds everybody of this home, and you came in alone with --learner: start Rundown without it to make one.
back-up-label = Folder or stick (empty: in this home)
key-carry-out = to a file
key-take-in = from a file
key-write-file = write
key-take-file = take it in
plain-ask-carry-out = Folder or stick to write it to; Enter alone puts it with your reports, q writes nothing:
plain-ask-back-up = Folder or stick to copy it to; Enter alone keeps it in this home, q copies nothing:
plain-ask-take-in = File, folder or stick to take in; Enter goes back:

# Paper: what is printed for a workshop.
paper-outcomes = After this you can
paper-notes = Your notes
paper-footnotes = Footnotes
paper-lesson = Hand-out to read, { $minutes } minutes with quiz and exercise
paper-desk-work = Afterwards
paper-then = Desk work: { $title } ({ $minutes } minutes).
paper-think = Think about it
paper-for-trainer = For the trainer
paper-date = Date
paper-quiz = { $count ->
    [one] Quiz on paper, one question
   *[other] Quiz on paper, { $count } questions
}
paper-key = Key, for the trainer: do not hand it out
paper-key-hint = Keep this sheet apart from what learners get.
paper-strip = Write your answers into these cells, one for each question. Leave a cell empty where you do not know.
paper-critical = This one must be right to pass.
paper-how-single = Write one letter.
paper-how-multiple = Several may be right: write all their letters.
paper-how-order = Put them in order: write all letters, the first one first.
paper-how-match = For each number write the letter that belongs to it, 1 first. Each letter serves once.
paper-how-sort = For each number write the letter of its category, 1 first. A letter may serve again.
paper-how-number = Write a number.
paper-how-number-unit = Write a number ({ $unit }).
paper-how-short = Write one or a few words.
paper-how-mark = Underline the words in the text, and write their numbers: 3,7-9. Every fifth word is numbered.
paper-right = Right:
paper-exercise = Exercise sheet, { $minutes } minutes
paper-rubric = What is looked for
paper-points = Points
paper-given = Given
paper-marked-by = Marked by
paper-marking = Marking
paper-given-text = The text as it came in
paper-words = { $min } to { $max } words
paper-cards = Choose { $min } to { $max } of these and write their letters below, the first one first.
paper-mark = Underline in the text; below write from which word to which, and the label. Every fifth word is numbered.
paper-word-numbers = Words, from–to
paper-label = Label
paper-decisions = What can be decided
paper-order = Order
paper-decision = Decision
paper-code = Code
paper-tools = You have { $minutes } minutes of the story. Choose a tool; the trainer reads out what it brings, and you note it.
paper-cost = { $minutes } min
paper-notebook = What you found
paper-reasons = Your reasons: the numbers of the tools
paper-model = A work that passes
paper-debrief = Debrief
paper-expert = What an expert would have done
paper-guide = Trainer's guide
paper-guide-hint = For the trainer. Some answers stand in here.
paper-sign-in = Sign-in sheet
paper-sign-in-hint = Sign with your initials each half-day. Your name, station and hours go to the organiser and onto your certificate.
paper-trainer-signs = Trainer, name and signature
paper-half-day = Half-day { $number }
## The trainer's side
key-train = trainer
key-cohorts = cohorts
key-cohort = open
key-learner-detail = learner
key-sort = other order
key-hide-names = hide names
key-show-names = show names
key-attention = needs help
key-stations = stations
key-previous-lesson = lesson before
key-next-lesson = next lesson
cohorts-title = Cohorts
cohorts-name = COHORT
cohorts-place = PLACE
cohorts-dates = DAYS
cohorts-people = PEOPLE
cohorts-empty = There is no cohort here yet. A cohort is a group of learners on one course, with its days and its stations. “n” makes one; then collect their progress files from a stick or a folder.
cohort-day = day { $day } of { $of }
cohort-open = not begun
cohort-begun = begun
cohort-failed = not passed, { $best } % in { $tries ->
    [one] one try
   *[other] { $tries } tries
}
cohort-critical = critical question missed, { $best } % in { $tries ->
    [one] one try
   *[other] { $tries } tries
}
cohort-passed = quiz passed with { $best } %, something else is missing
cohort-done = done with { $best } % in { $tries ->
    [one] one try
   *[other] { $tries } tries
}
cohort-read = done
cohort-hours = { $hours } h
cohort-days = { $days } d
cohort-by-name = by name
cohort-by-station = by station
cohort-by-progress = least done first
cohort-by-last-seen = longest silent first
matrix-title = Matrix
matrix-name = NAME
matrix-station = STATION
matrix-seen = SEEN
matrix-done = done %
matrix-people = { $people ->
    [one] One learner
   *[other] { $people } learners
}{ $alarms ->
    [0] {""}
    [one] , one thing to look at
   *[other] , { $alarms } things to look at
}
matrix-weakest = weakest at first: { $page } ({ $first } %)
matrix-empty = Nobody belongs to this cohort yet. “c” on the matrix collects progress files from a stick or a folder; or add learners of this machine with `rundown cohort add`.
alarm-stuck = stuck for { $minutes }'
alarm-critical = critical miss { $page }
alarm-failed = { $page } failed { $times } times
alarm-failed-work = { $page } work: { $times } fails
alarm-silent = silent { $days } days
alarm-nothing = nothing came yet
attention-title = Who needs help
attention-why = WHY
attention-since = SINCE
attention-empty = Nobody needs help that we know of: nobody is stuck, nobody failed three times on one thing, nobody missed a critical question, nobody has been silent for a week.
advice-stuck = Nothing has happened there for twenty minutes or more. Go over and ask what they are looking at.
advice-critical = A critical question fails the whole. Talk it through before the next try: what could happen if somebody did this on the desk?
advice-failed = A fourth try of the same kind will not help. Read the section together, or put them beside somebody who passed.
advice-silent = A week without anything, and the course is not done. Write or call; a file may also be waiting on a stick.
advice-nothing = They belong to the cohort and no progress file of theirs has come in. Collect again, or ask for the file.
stations-title = Stations
stations-done = DONE
stations-works = WORKS
stations-quality = QUALITY
stations-sent = SENT
stations-accepted = ACCEPTED
stations-sent-told = Sent to the exchange since the course, as { $people ->
    [one] one person says
   *[other] { $people } people say
}: { $sent ->
    [0] nothing.
    [one] one item.
   *[other] { $sent } items.
}
stations-accepted-told = Accepted as they came: { $accepted } of { $of }.
stations-none = no station named
stations-told = { $people ->
    [one] One person
   *[other] { $people } people
}, { $done } % of all lessons and tests done. Desk work: { $works ->
    [0] none handed in yet
    [one] one piece handed in
   *[other] { $works } pieces handed in
}, { $passed } passed. Quality is the mean of each person’s best grade.
learner-title = Learner
learner-lesson = LESSON OR TEST
learner-work = WORK
key-answers = answers
answers-grade = GRADE
answers-question = QUESTION
answers-try = TRY
answers-seconds = TIME
answers-nothing = nothing
answers-answered = Answered: { $answer }
answers-misplaced = In the wrong place (in brackets where it belongs): { $pairs }
answers-critical = ! A critical question: missing it fails the whole.
answers-empty = No answer of theirs is here yet.
answers-loading = The answers are being read …
key-new-cohort = new cohort
key-found = create
key-items = questions
key-item = options
key-outcomes = outcomes
key-gain = gain
key-which-attempts = other tries
founding-title = New cohort
founding-told = Only the name is needed. Days are written 2027-03-16; between the first and the last one, who does nothing for twenty minutes is called stuck.
founding-name = Name
founding-place = Place
founding-from = First day
founding-until = Last day
founding-trainer = Trainer
founding-stations = Stations, with commas
founding-needs-name = Type a name for the cohort.
founding-bad-day = That is no day: write it as 2027-03-16, or leave it empty.
founding-backwards = The last day is before the first.
outcomes-title = Outcomes
outcomes-outcome = OUTCOME
outcomes-mastered = MASTERED
outcomes-told = { $mastered } of { $people } have mastered it; { $met } answered a question on it{ $critical ->
    [0] .
    [one] , and one missed a critical one.
   *[other] , and { $critical } missed a critical one.
}
gain-title = Before and after
gain-before = BEFORE
gain-after = AFTER
gain-change = CHANGE
gain-normalised = GAIN
gain-errors = SURE AND WRONG
gain-none = There is nothing to compare yet: this needs a test before and a test after the course, and answers to both.
gain-empty = Nobody has taken one of the two tests yet.
gain-told = { $both } took both tests. On average { $before } % before and { $after } % after: { $gain } % of what could be gained was gained.
gain-told-few = { $both } took both tests: { $before } % before, { $after } % after, gain { $gain } %. Under 20 people such figures are mostly chance.
items-title = Questions
items-right = RIGHT
items-facility = EASE
items-discrimination = DISC.
items-efficiency = EFF.
items-option = OPTION
items-chosen = CHOSEN
items-upper = UPPER
items-lower = LOWER
items-first = first tries
items-best = best tries
items-last = last tries
items-all = all tries
items-empty = Nobody has finished this quiz yet, so there is nothing to say about its questions.
items-no-options = Nothing is chosen here: the answer is typed, placed, marked or put in order.
items-few = { $answers ->
    [one] One answer so far
   *[other] { $answers } answers so far
}: figures in brackets are mostly chance under { $enough } answers.
items-nothing-odd = Nothing odd about it.
oddity-key-suspect = Most chose “{ $option }” ({ $chosen } of { $of }), and { $right } the key: the key may be wrong, or the lesson unclear.
oddity-misplaced = { $chosen } of { $of } put “{ $card }” with “{ $target }”; it belongs with “{ $belongs }”.
oddity-against-test = Who does well elsewhere does badly here: look at the key and at the wording.
oddity-tells-little = It hardly tells apart who knows and who does not.
oddity-too-hard = Only { $percent } % of the marks were earned: teach it again, or ask it another way.
oddity-too-easy = { $percent } % of the marks were earned: it tells nobody apart. That is fine for what everybody must know.
oddity-weak-distractor = Next to nobody takes “{ $option }” ({ $chosen } of { $of }): it misleads nobody.
oddity-slow = It takes { $seconds }″, the others { $others }″: long, or hard to read.
oddity-unsure = { $told } (Few answers: this may be chance.)
key-collect = collect
collect-title = Collect
collect-what = This reads every progress file that ends in .rundown. Nothing that is here is lost, nothing counts twice, and nobody is added to the cohort unless you say so.
collect-sticks = Put in now (Tab takes the next one):
collect-reading = { $of ->
    [0] Looking for files…
   *[other] File { $done } of { $of }
}
collect-file = FILE
collect-name = WHOSE
collect-new = NEW
collect-known = KNOWN
collect-refused = REFUSED
collect-hidden = file { $nth }
collect-none = There was no file.
collect-alike = { $one } and { $other } look alike. One person, or two? Either can be taken back: `rundown learner unjoin`, `rundown cohort apart --undo`.
collect-strangers = { $count ->
    [one] { $names } came and is in no list. Add them to { $cohort }?
   *[other] { $count } people came who are in no list: { $names }. Add them to { $cohort }?
}
key-collect-read = read them
key-next-stick = next stick
key-one-person = one person
key-two-people = two people
key-ask-later = ask another day
key-add-strangers = add them
key-leave-out = leave them out
key-collect-again = another stick
key-office = reports
key-write = write it
key-next-format = another format
key-last-format = format before
office-title = Reports and certificates
office-full = Everything, for you
office-full-told = Everybody by name, page by page, with the figures of every question. Not for others to read.
office-funder = Results in short, for the funder
office-funder-told = Who came, who finished, what was gained, what people said. It names nobody.
office-register = Attendance register
office-register-told = Who was there on which half-day, and the hours of each.
office-gradebook = Gradebook
office-gradebook-told = The best score of each learner in each quiz and test, in the columns that Moodle imports.
office-anonymous = Data for research
office-anonymous-told = Codes in place of names, small groups merged, nothing that people wrote.
office-each = Each learner’s own report
office-each-told = A file for each learner, in the language that each chose.
office-certificates = Certificates
office-certificates-told = For everybody who completed the course, signed with this home’s key. Then you read who lacks what.
office-backup = Backup of this home
office-backup-told = A copy of every learner and cohort of this home, such as for a disk that stays elsewhere.
office-evening = The evening, all in one go
office-evening-told = Collect from sticks, back up, lock a copy for the co-trainer, and write a folder to take home for each learner.
order-names-hidden = There is more to say, and it may name people. Show names with h on the matrix to read it.
evening-title = The evening
evening-from = Collect from:
evening-from-told = Every progress file below this folder or stick is read. Empty: every stick that is put in.
evening-sticks = Put in now: { $sticks }
evening-no-stick = No stick is put in now.
evening-to = Write to:
evening-to-told = The folder for the co-trainer’s copy and what learners take home. Empty: a folder among your reports.
evening-copy = Copy’s passphrase:
evening-again = The same once more:
evening-key = Key’s passphrase:
evening-copy-told = The co-trainer’s copy is one locked file with the cohort and everybody’s progress. Only this passphrase opens it, and nobody can find it out again.
evening-supervised-told = It stands on the certificates of those who have completed the course.
evening-key-told = Certificates are signed with the key of this home. If it is locked and its passphrase is not typed, nobody is certified and the rest is done. Enter begins.
evening-needs-passphrase = Type a passphrase for the co-trainer’s copy.
evening-not-the-same = The two passphrases differ. Type the same one again.
evening-collect = Collect from the sticks
evening-back-up = Back up this home
evening-lock = Lock the co-trainer’s copy
evening-take-home = Write what learners take home
evening-at = { $done } of { $of }
evening-stopping = It stops after what is being written now. Esc again leaves it to that.
evening-stopped = Stopped, as you wished. What was collected is kept, and each file that was written is whole. Begin again to do the rest.
evening-failed = It ended early: { $why }
evening-no-key = Nobody was certified: the key of this home is locked, and its passphrase was not typed.
evening-strangers = Not in this cohort yet: { $names }. “c” in the matrix collects again and asks whether to add them.
evening-alikes = These names look alike, and may be one person: { $names }.
key-stop = stop
office-folder = Folder (empty: your reports):
office-supervised = A trainer supervised the work that is certified
office-passphrase = Passphrase of your key, if it has one:
office-writing = It is being written…
office-files = { $count ->
    [one] One file.
   *[other] { $count } files.
}
key-regrade = correct the key
key-rulings = corrected keys
key-ruling = open
key-pick-answer = choose
key-correct = correct it
key-take-back = take it back
rulings-title = Corrected keys
rulings-what = WHAT
rulings-when = WHEN
rulings-empty = No key was corrected. Where a question’s figures say that its key may be wrong, “r” on it corrects it.
rulings-new-key = another key
rulings-all-right = all right
rulings-void = taken out
rulings-undone = taken back
rulings-told = { $day }: { $what }. { $reason }
rulings-told-plain = { $day }: { $what }.
regrading-title = Correct a key
regrading-now = (the key now)
regrading-as-course = The key of the course as it is now
regrading-all-right = Whatever was answered is right
regrading-void = Nothing: the question is taken out
regrading-reason = Why (stands in reports):
regrading-how = Choose what is right. Before anything is written you are told what changes.
regrading-needs-key = Choose what is right first.
regrading-nothing = Every answer was held against that key already.
regrading-nobody = Nobody has answered under another key yet. Whoever is collected later is graded by this one.
regrading-change = { $answers ->
    [one] One answer was held against another key.
   *[other] { $answers } answers were held against another key.
} { $worth ->
    [0] None is worth anything else by this one.
    [one] One is worth something else by this one.
   *[other] { $worth } are worth something else by this one.
} { $people ->
    [0] Nobody’s score changes.
    [one] One person’s score changes.
   *[other] The scores of { $people } people change.
}
regrading-change-unknown = { $answers ->
    [one] One answer is graded anew; what it is worth shows afterwards.
   *[other] { $answers } answers are graded anew; what they are worth shows afterwards.
}
regrading-undoable = Every grade, report and statistic follows. It can be taken back here.
regrading-done = Corrected. Every grade follows.
regrading-undone = Taken back. Every grade is as it was.
ask-regrade-title = Correct this key?
ask-undo-title = Take this back?
ask-correct = Correct it
ask-take-back = Take it back
ask-leave-title = Leave without saving?
ask-leave-text = What you typed is not kept.
ask-leave = Leave
items-whole = { $sittings ->
    [one] One try
   *[other] { $sittings } tries
}: mean { $mean } %, standard deviation { $deviation }, alpha { $alpha }, standard error { $error }.
items-figures = Ease { $facility } % (95 of 100 times between { $low } and { $high }), by guessing { $guess } %. Standard deviation { $deviation }, discrimination { $discrimination }, efficiency { $efficiency }.
key-marking = marking
key-mark = mark
key-points = points
key-less = fewer points
key-more-points = more points
key-write-marks = write
works-title = Marking
works-exercise = DESK WORK
works-rules = RULES
works-points = POINTS
works-empty = Nothing waits to be marked: nobody has handed in desk work that has a rubric.
works-given = { $by }: { $points } of { $most } points. { $comment }
works-agreement = Two markers: { $same } of { $both } lines with the same points, weighted kappa { $kappa } %.
marking-title = Marking
marking-by = Marker
marking-comment = Comment
marking-needs-name = Type who marks.
marking-needs-points = Give points on every line first; 0 is a mark too.
cohort-people = { $count ->
    [one] 1 learner
   *[other] { $count } learners
}
cohort-added = { $cohort }: { $count ->
    [0] nobody is new
    [one] 1 learner added
   *[other] { $count } learners added
}; { $all } in all.
cohort-removed = { $cohort }: { $count ->
    [0] nobody was taken out
    [one] 1 learner taken out
   *[other] { $count } learners taken out
}; { $all } in all. Nothing of theirs is lost.
cohort-show-id = id
cohort-show-name = name
cohort-show-place = place
cohort-show-days = days
cohort-show-course = course
cohort-show-trainer = trainer
cohort-show-members = stations
cohort-show-locks = locked tests
cohort-locked = { $test } opens with this code for { $cohort }. Write the invitation again, so that it reaches everybody:
cohort-unlocked = { $test } is open for { $cohort }. Write the invitation again, so that it reaches everybody.
cohort-code-unknown = its code is not known in this home: set a new one
cohort-show-person = { $passed ->
    [one] 1 quiz passed
   *[other] { $passed } quizzes passed
}, { $hours } h
cohort-regrade-new-key = { $question } was graded again by another key. { $reason } ({ $id })
cohort-regrade-all-right = { $question }: every answer counts as right. { $reason } ({ $id })
cohort-regrade-void = { $question } was taken out. { $reason } ({ $id })
cohort-regrade-undone = { $question }: a regrade was taken back. { $reason } ({ $id })
cohort-settled = { $count ->
    [0] No answer is worth something else.
    [one] 1 answer is worth something else now.
   *[other] { $count } answers are worth something else now.
}
cohort-collected = { $count ->
    [0] There is no progress file there.
    [one] 1 progress file was read.
   *[other] { $count } progress files were read.
}
cohort-strangers = Not in { $cohort } yet; to add them, type:
cohort-alike = These names look alike. If they are one person, type:
cohort-alike-two = If they are two people, this remembers it:
cohort-kept-apart = { $one } and { $other } are two people: nobody is asked about them again.
cohort-no-longer-apart = { $one } and { $other } may be one person: the next collection asks about them.
cohort-show-apart = Two people: { $one } and { $other }
cohort-present = { $count ->
    [one] 1 learner was
   *[other] { $count } learners were
} there on { $day }.
cohort-absent = { $count ->
    [one] 1 learner was
   *[other] { $count } learners were
} not there on { $day }.
cohort-not-certified = { $name } is not done: { $why }
cohort-not-supervised = { $name }: the best try at a locked test was begun without its code, so the certificate does not say supervised.
cohort-certified = { $count } of { $all } certified.
cohort-ask-passphrase = Passphrase of the co-trainer’s copy:
cohort-copy = The co-trainer’s copy, locked: { $file }
cohort-backup = Backup: { $file }
cohort-bundles = Folders to take home: { $count }; certificates: { $certified }.
cohort-ask-delete = { $cohort } will be deleted from this home, its backups included. This cannot be taken back. Type its name to delete it:
cohort-deleted = { $cohort } is deleted from this home and its backups.

cohort-report-full-title = Cohort { $name }: the whole report
cohort-report-funder-title = { $name }: results in short
cohort-report-register-title = { $name }: who was there
cohort-report-anonymous-title = Data of a cohort, without names
cohort-report-anonymous = A cohort
cohort-report-cohort = Cohort
cohort-report-place = Place
cohort-report-days = Days
cohort-report-trainer = Trainer
cohort-report-people = People
cohort-report-pages = Page by page
cohort-report-way = Way
cohort-report-by-page = The course by page
cohort-report-page = Page
cohort-report-tried = Tried
cohort-report-first-mean = Mean first
cohort-report-stations = Stations
cohort-report-progress = Progress
cohort-report-quality = Quality
cohort-report-sent = Sent since
cohort-report-accepted = Accepted
cohort-report-groups = Who took part
cohort-report-field = About
cohort-report-group = Group
cohort-report-role = Role
cohort-report-country = Country
cohort-report-gender = Gender
cohort-report-other = others, merged
cohort-report-quizzes = Quizzes and tests
cohort-report-deviation = Deviation
cohort-report-alpha = Alpha
cohort-report-error = Std error
cohort-report-odd = Questions to look at
cohort-report-facility = Facility
cohort-report-discrimination = Discr.
cohort-report-reading = What it says
cohort-report-misplaced = Cards that many put in the same wrong place
cohort-report-card = Card
cohort-report-put-with = Put with
cohort-report-belongs-with = Belongs with
cohort-report-chosen = Times
cohort-report-options = Options by question
cohort-report-corrected = Keys that were corrected
cohort-report-reason = Reason
cohort-report-when = When
cohort-report-undone = Taken back
cohort-report-register = Attendance
cohort-report-there = There on
cohort-report-half-days = Half-days
cohort-report-hours = Hours
cohort-report-reaction = What people said of the course
cohort-report-morning = morning
cohort-report-afternoon = afternoon
cohort-report-before = Before
cohort-report-after = After
cohort-report-change = Change
cohort-report-begun = Began the course
cohort-report-finished = Did everything
cohort-report-pages-done = Pages done, all people
cohort-report-came = Came at least once
cohort-report-half-days-all = Half-days attended, all people
cohort-report-hours-all = Hours attended, all people
cohort-report-both = Took the test before and after
cohort-report-before-mean = Mean before the course
cohort-report-after-mean = Mean after the course
cohort-report-gain = Normalised gain
cohort-report-errors-before = Sure and wrong before
cohort-report-errors-after = Sure and wrong after
cohort-report-replies = Replies
cohort-report-chart-tracks = How much is done, track by track
cohort-report-chart-tracks-about = A bar is the share of the track’s pages that are done, by all people together.
cohort-report-chart-pages = How many are done, page by page
cohort-report-chart-pages-about = A bar is the share of the people who are done with a page.
cohort-report-chart-pages-filled = everybody is done
cohort-report-chart-pages-hollow = some are not done yet
cohort-report-chart-stations = Desk work by station
cohort-report-chart-stations-about = A field is a piece of desk work that was handed in, counted once a person.
cohort-report-chart-stations-filled = passes
cohort-report-chart-stations-hollow = does not pass yet
cohort-report-at-the-end = At the end
cohort-report-after-days = After { $days } days
cohort-report-other-answers = { $count } others
cohort-report-attention = Who needs somebody
cohort-report-why = Why
cohort-report-since = Since
cohort-report-outcomes = What was mastered
cohort-report-share = Share
cohort-report-chart-gain = Before and after
cohort-report-chart-gain-about = A bar is the score in the test after the course, the mark on it the score before, of those who took both.
cohort-report-chart-gain-filled = higher than before
cohort-report-chart-gain-hollow = not higher
cohort-report-odd-key-suspect = { $chosen } of { $of } chose “{ $option }”, { $key } the key: the key may be wrong, or the lesson unclear.
cohort-report-odd-misplaced = { $chosen } of { $of } put “{ $card }” with “{ $target }”; it belongs with “{ $belongs }”.
cohort-report-odd-against-test = Those who do well elsewhere do badly here ({ $value }): look at key and wording.
cohort-report-odd-tells-little = Hardly tells who does well elsewhere ({ $value }).
cohort-report-odd-too-hard = Too hard ({ $value }).
cohort-report-odd-too-easy = Nearly everybody knew it ({ $value }).
cohort-report-odd-weak-distractor = { $chosen } of { $of } chose “{ $option }”: it misleads nobody.
cohort-report-odd-slow = Took { $seconds } s; the others take { $others } s.
cohort-report-note-way = A sign is a page of the course: x done, + passed and something else missing, / begun, o not passed, ! a critical question missed, - not begun.
cohort-report-note-statistics = Statistics of questions are Moodle’s, by first attempts: facility is the mean mark, discrimination the correlation of the mark with the rest of the test. They are rounded to a whole percent; grades of people are rounded down.
cohort-report-note-grey = A statistic in brackets comes from fewer than 20 answers: it may be chance.
cohort-report-note-intervals = Intervals hold for 95 of 100 cases: of shares by Wilson’s formula, of correlations by { $samples } samples drawn from seed { $seed }.
cohort-report-note-levels = These figures tell what people did and learned. They do not tell what changes at work: forms after 30 and 90 days ask for that.
cohort-report-note-gain = Normalised gain is what was gained out of what could be gained, of those who took both tests. In brackets: fewer than 20 took both.
cohort-report-note-register = A half-day counts where the trainer ticked it, or the learner signed in and the trainer did not say otherwise.
cohort-report-note-anonymous = Codes are drawn anew for each report. Stations and groups of fewer than 5 people are merged. What people wrote is not in it.



# Workshops: invitations, joining, signing in.
invite-done = { $count ->
    [one] The invitation to { $cohort } has one name to pick from.
   *[other] The invitation to { $cohort } has { $count } names to pick from.
}
join-house = Lessons and desk work speak of { $exchange }: its names and rules were set by the trainer for this workshop, in place of the invented ones.
join-house-unnamed = Names and rules of the exchange were set by the trainer for this workshop; they stand in lessons and desk work in place of the invented ones.
join-signed = Signed with the key { $key }: ask your trainer whether it is theirs.
join-which = Which of these is you? Type a part of your name.
join-field-role = Role
join-field-country = Country
join-field-gender = Gender
join-version = The workshop is on version { $theirs } of the course, and this is version { $yours }. Ask the trainer for the other before you begin.
join-pick = Your number or name:
join-why = The trainer also asks the following. You may leave each empty. The reason: { $reason }
join-role = What you do at your station (Enter leaves it out):
join-country = The country of your station (Enter leaves it out):
join-gender = Your gender (Enter leaves it out):
join-done = { $name } belongs to { $cohort }. Start rundown to begin.
trainer-sees = What the trainer sees in the progress file that you hand over: your name, your station, what you said about yourself, what you read, every answer, how long it took, your desk work, your notes, and when you signed in. Nothing is sent by itself.
sign-in-morning = this morning
sign-in-afternoon = this afternoon
sign-in-due = i: sign in for { $half }
sign-in-plain = { $cohort }: type i to sign in for { $half }.
sign-in-done = Signed in for { $half }: { $cohort }.
cohort-report-written = { $count } files in { $folder }

# The agenda of a workshop and its clock
agenda-day = Day { $day }
agenda-break = break
agenda-began = began { $at }
clock-now = Now
clock-next = Next
clock-left = { $minutes } min left
clock-over = { $minutes } min over its time
clock-on-time = On time.
clock-late = { $minutes } min late.
clock-early = { $minutes } min early.
clock-ends-as-planned = The day ends at { $end }, as planned.
clock-ends = The day ends at { $end }, planned { $planned }.
clock-short = With short breaks: { $end }.
clock-title = Clock
clock-to-go = { $hours ->
    [0] { $minutes } min to go.
   *[other] { $hours } h { $minutes } min to go.
}
clock-left-short = { $time } left
clock-over-short = { $time } over
clock-not-begun = Nothing runs now.
clock-over-for-today = The day is over.
clock-no-agenda = There is no agenda yet. Take one from a trainer’s guide: Esc, then “p” plan. Or read your own file with `rundown cohort plan --agenda FILE`.
clock-no-first-day = The agenda counts from the first day, and this cohort has none yet: Esc, then “p” plan.
clock-not-today = Nothing is on the agenda today. Days count from the first day of the cohort: Esc, then “p” plan changes it.
clock-no-time = This machine does not tell the local time.
key-clock = clock
key-register = attendance
key-plan = plan
key-begins-now = begins now
key-not-begun = take back
key-minute-earlier = minute earlier
key-minute-later = minute later
key-tick = there or not
key-tick-all = all the others
key-half-day-before = half-day before
key-half-day-after = half-day after
replan-title = Plan
replan-told = What you change here is changed from now on; a day that you empty is none any more. With another agenda, or none, the clock and invitations follow it. Your own agenda is read from a file: `rundown cohort plan`.
founding-half = Half-day, minutes
founding-ask-role = Ask for the role
founding-ask-country = Ask for the country
founding-ask-gender = Ask for the gender
founding-agenda = Agenda
founding-agenda-none = none yet
founding-agenda-away = take it away
founding-agenda-now = { $count ->
    [one] one box, as it is
   *[other] { $count } boxes, as they are
}
founding-agenda-guide = guide “{ $name }”
founding-start = Its days begin at
founding-bad-half = Type minutes, 1 to 720.
founding-bad-start = Type an hour from which these days fit before midnight, such as 09:00.
sessions-title = Notes on sessions
sessions-when = SESSION
sessions-note = NOTE
sessions-none = No note yet. Enter writes one.
sessions-empty = This cohort has no days yet: Esc, then “p” plan.
register-title = Attendance
register-hours = HOURS
register-morning = a.m.
register-afternoon = p.m.
register-empty = This cohort has no days yet: Esc, then “p” plan.
register-ticked = ticked as there.
register-both = ticked as there, and signed in.
register-denied = ticked as not there, though they signed in.
register-absent = ticked as not there.
register-signed = signed in, not ticked; it counts.
register-open = nobody said that they were there.
register-sum = { $there } of { $people } there.
cohort-report-half-day = Session
cohort-report-note = Note
key-keep-plan = save the plan

# The trainer's own house, as a form.
house-title = Your exchange
house-in-course = In the course: { $text }
house-not-in-course = The course says nothing of this.
house-refused = { $count ->
    [one] One value cannot be kept: see beneath it.
   *[other] { $count } values cannot be kept: see beneath them.
 }
house-bad-path = No value can have this name.
house-bad-empty = A list needs a word.
house-bad-long = That is too long.
house-bad-signs = Signs that no text has stand in it.
house-bad-word = “{ $word }” cannot be looked for: close its brackets, or leave them out.
house-bad-code = There is no code { $code }.
house-exchange = Name
house-short = Short name
house-members = Members
house-promise = Each member promises
house-desk = The desk
house-desk-name = Name of the desk
house-desk-hours = Hours, in UTC
house-desk-contact = How to reach it
house-desk-notes = Codes with a note
house-delivery = Delivery
house-delivery-name = Sheet and its date
house-delivery-frame = Frame
house-delivery-loudness = Loudness
house-delivery-clean = Clean picture
house-delivery-shots = Shots
house-delivery-file-name = File name
house-delivery-scan = Scan
house-delivery-codec = Codec
house-delivery-codec-thin = Codec, thin line
house-delivery-audio = Sound
house-delivery-true-peak = True peak
house-delivery-lip-sync = Lip sync
house-delivery-head-tail = Head and tail
house-delivery-flash = Flashes
house-delivery-integrity = Checksum
house-delivery-vertical = Vertical video
house-restrictions = Restrictions
house-consent = Consent
house-codes = Return codes
house-alert = Alerts
house-alert-yellow = Yellow
house-alert-orange = Orange
house-alert-red = Red
house-words = Words to avoid, with commas
house-words-promo = Praise
house-words-loaded = Attack
key-house = your exchange
key-keep-house = save

# The door of a workshop: locks on tests, their codes, the invitation.
inviting-title = Invitation
inviting-locked = opens with a code
inviting-open = open to everybody
inviting-locked-told = Enter shows the code in large letters: say it aloud when the test begins. What the invitation carries opens nothing without it.
inviting-open-told = Everybody can sit this test at any time. Enter locks it with a code that is made for it; lock it before the invitation is written.
inviting-code-told = Type it to begin the test. Capitals, spaces and hyphens do not count.
inviting-code-unknown = This home does not know its code: take the lock away and lock it anew.
inviting-list = List of names, if any:
inviting-list-told = { $count ->
    [one] A workbook (.xlsx) or CSV with names and stations; whoever is on it joins this cohort. Empty: the one learner it has.
   *[other] A workbook (.xlsx) or CSV with names and stations; whoever is on it joins this cohort. Empty: the { $count } learners it has.
 }
inviting-reason = Why you ask:
inviting-reason-told = Only where this cohort asks for role, country or gender: learners read it before they answer.
inviting-to = Folder or file:
inviting-to-told = Where the invitation is written; empty: your reports. Put it beside the program on each machine.
inviting-key-told = The invitation is signed with your key: rundown trainer key new makes one. Leave this empty if it has no passphrase.
key-invite = invitation
key-lock = lock
key-show-code = show the code
key-unlock = take the lock away
key-write-invitation = write the invitation
