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
key-quit = quit
key-back = back
key-choose = choose
key-new-learner = new name
key-continue = continue
key-continue-course = where I was
key-open = open
key-quiz = quiz
key-review = review
key-progress = progress
key-search = search
key-glossary = glossary
key-notes = notes
key-learners = who is here
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
key-answer = answer
key-next = next
key-hand-in = hand in
key-letter = choose by letter
key-move-up = move row up
key-move-down = move row down
key-hint = hint
key-lesson = lesson
key-leave-kept = leave, all is kept
key-details = details
key-retry = try again
key-report = write report
key-filter = filter
key-to-list = to the list
key-clear = show all
key-delete = delete
key-try-again = try again

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
report-misses = Critical questions missed
report-outcomes = Outcomes
report-attempts = Attempts
report-answers = Answers
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
report-question = Question
report-answer = Answer
report-put-right = Put right
report-outcome = Outcome
report-answered = Answered
report-mean = Mean
report-mastered = Mastered
report-started = Began
report-grade = Grade
report-yes = yes
report-no = no
report-true = true
report-false = false
report-note-figures = Times are in UTC. Grades are rounded down to a whole percent; first is the first whole attempt, best the highest. In minutes active, a pause counts 3 minutes at most.
report-note-origin = Made from the progress on one computer. It is not a certificate.
report-note-earlier = { $runs ->
    [one] One earlier run through the course is not in these figures.
   *[other] { $runs } earlier runs through the course are not in these figures.
}
