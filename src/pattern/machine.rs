//! The machine that runs a pattern over an answer, after Thompson: all ways at once, one letter at a time.

use super::parse::Node;

/// What a state waits for, or where it goes on by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// This letter.
    Letter(char),
    /// Any letter, then here again; or on.
    AnyLetters,
    /// Any character, then here again; or on.
    AnyWords,
    /// A space; or on, where a word ends or begins already.
    Border,
    /// On at two places.
    Split(usize, usize),
    /// On at another place.
    Jump(usize),
    /// The end.
    Accept,
}

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Machine {
    /// Each goes on to the next unless it says otherwise.
    states: Vec<State>,
    /// The characters with which all that matches begins; none where it can begin with any.
    first: Option<Vec<char>>,
    /// Those that come next; none where it can go on with any, or be over.
    second: Option<Vec<char>>,
}

impl Machine {
    /// Compiles a tree.
    pub(super) fn compile(nodes: &[Node]) -> Self {
        let mut machine = Self { states: Vec::new(), first: None, second: None };
        machine.append(nodes);
        machine.states.push(State::Accept);
        (machine.first, machine.second) = machine.beginnings();
        machine
    }

    /// Compiles a tree to read texts from their end.
    pub(super) fn backwards(nodes: &[Node]) -> Self {
        Self::compile(&reversed(nodes))
    }

    fn append(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Letter(c) => self.states.push(State::Letter(*c)),
                Node::Border => self.states.push(State::Border),
                Node::AnyWords => self.states.push(State::AnyWords),
                Node::AnyLetters => self.states.push(State::AnyLetters),
                Node::Choice(choices) => self.append_choice(choices),
            }
        }
    }

    /// Lays choices one behind the other: each begins with a fork to the next and ends with a jump behind the last.
    fn append_choice(&mut self, choices: &[Vec<Node>]) {
        let mut ends = Vec::new();
        for (at, choice) in choices.iter().enumerate() {
            let fork = self.states.len();
            let is_last = at + 1 == choices.len();
            if !is_last {
                self.states.push(State::Accept);
            }
            self.append(choice);
            if !is_last {
                ends.push(self.states.len());
                self.states.push(State::Accept);
                self.states[fork] = State::Split(fork + 1, self.states.len());
            }
        }
        let behind = self.states.len();
        for end in ends {
            self.states[end] = State::Jump(behind);
        }
    }

    /// Returns the characters with which all that matches begins, and those that come next.
    fn beginnings(&self) -> (Option<Vec<char>>, Option<Vec<char>>) {
        let first = self.awaited(&Run::begin(self).live);
        let mut second = Vec::new();
        for c in first.iter().flatten() {
            let mut run = Run::begin(self);
            run.read(*c, true);
            match self.awaited(&run.live) {
                Some(letters) if !run.is_accepted => second.extend(letters),
                _ => return (first, None),
            }
        }
        let second = first.is_some().then_some(second);
        (first, second)
    }

    /// Returns the characters that states wait for; none where any will do.
    fn awaited(&self, live: &[usize]) -> Option<Vec<char>> {
        let letter = |state: &usize| match self.states[*state] {
            State::Letter(c) => Some(c),
            State::Border => Some(' '),
            State::AnyLetters | State::AnyWords | State::Split(..) | State::Jump(_) | State::Accept => None,
        };
        live.iter().map(letter).collect()
    }

    /// Runs over an evened-out answer; returns whether it matches, and how many states were looked at.
    pub(super) fn run(&self, answer: &str) -> (bool, usize) {
        let mut run = Run::begin(self);
        let mut rest = answer.chars().peekable();
        while let Some(c) = rest.next() {
            run.read(c, c == ' ' || rest.peek().is_none());
        }
        (run.is_accepted, run.steps)
    }

    /// Runs a machine that was compiled backwards over an evened-out text, once, from its end. Returns at which words
    /// (last to first) something begins that matches and ends where a word does, and how many states were looked at.
    pub(super) fn starts(&self, text: &str) -> (Vec<usize>, usize) {
        let mut run: Option<Run<'_>> = None;
        let may_be = |c: char, letters: &Option<Vec<char>>| letters.as_ref().is_none_or(|letters| letters.contains(&c));
        let may_go_on = |before: Option<char>| match before {
            Some(c) => may_be(c, &self.second),
            None => self.second.is_none(),
        };
        let mut starts = Vec::new();
        let (mut rest, mut is_word_end) = (text, true);
        while let Some(c) = rest.chars().next_back() {
            let before = || rest.chars().rev().nth(1);
            let begins = is_word_end && c != ' ' && may_be(c, &self.first) && may_go_on(before());
            if !begins && run.as_ref().is_none_or(|run| run.live.is_empty()) {
                // Most words of a text are no part of anything.
                let gap = rest.bytes().rposition(|byte| byte == b' ');
                rest = gap.and_then(|gap| rest.get(..gap)).unwrap_or_default();
                is_word_end = true;
                continue;
            }
            let run = run.get_or_insert_with(|| Run::new(self));
            if begins {
                run.enter(0, true);
            }
            rest = rest.strip_suffix(c).unwrap_or_default();
            let is_word_start = c != ' ' && (rest.is_empty() || rest.ends_with(' '));
            run.read(c, c == ' ' || is_word_start);
            if run.is_accepted && is_word_start {
                starts.push(rest.len());
            }
            is_word_end = c == ' ';
        }
        (starts, run.map_or(0, |run| run.steps))
    }
}

/// Returns a tree for the same words read from their end.
fn reversed(nodes: &[Node]) -> Vec<Node> {
    let back = |node: &Node| match node {
        Node::Choice(choices) => Node::Choice(choices.iter().map(|choice| reversed(choice)).collect()),
        Node::Letter(_) | Node::Border | Node::AnyWords | Node::AnyLetters => node.clone(),
    };
    nodes.iter().rev().map(back).collect()
}

/// One run, after what was read.
struct Run<'a> {
    machine: &'a Machine,
    /// The states that wait for a character.
    live: Vec<usize>,
    /// Those of the last round, and those still to be entered: kept, so that reading asks for no memory.
    before: Vec<usize>,
    open: Vec<usize>,
    /// In which round a state was last entered, so that none is entered twice in one.
    entered: Vec<usize>,
    round: usize,
    is_accepted: bool,
    steps: usize,
}

impl<'a> Run<'a> {
    fn new(machine: &'a Machine) -> Self {
        let entered = vec![0; machine.states.len()];
        let (live, before, open) = (Vec::new(), Vec::new(), Vec::new());
        Self { machine, live, before, open, entered, round: 1, is_accepted: false, steps: 0 }
    }

    fn begin(machine: &'a Machine) -> Self {
        let mut run = Self::new(machine);
        run.enter(0, true);
        run
    }

    /// Reads a character; `is_edge` tells whether a word begins or ends after it.
    fn read(&mut self, c: char, is_edge: bool) {
        self.round += 1;
        self.is_accepted = false;
        let mut before = std::mem::take(&mut self.before);
        std::mem::swap(&mut before, &mut self.live);
        for state in before.drain(..) {
            self.steps += 1;
            match self.machine.states[state] {
                State::Letter(letter) if letter == c => self.enter(state + 1, is_edge),
                State::Border if c == ' ' => self.enter(state + 1, is_edge),
                State::AnyLetters if c != ' ' => self.enter(state, is_edge),
                State::AnyWords => self.enter(state, is_edge),
                State::Letter(_)
                | State::Border
                | State::AnyLetters
                | State::Split(..)
                | State::Jump(_)
                | State::Accept => {}
            }
        }
        self.before = before;
    }

    /// Makes a state live, and all that it goes on to by itself.
    fn enter(&mut self, state: usize, is_edge: bool) {
        self.open.push(state);
        while let Some(state) = self.open.pop() {
            if std::mem::replace(&mut self.entered[state], self.round) == self.round {
                continue;
            }
            self.steps += 1;
            match self.machine.states[state] {
                State::Split(one, other) => self.open.extend([one, other]),
                State::Jump(to) => self.open.push(to),
                State::Accept => self.is_accepted = true,
                State::Letter(_) => self.live.push(state),
                State::Border if !is_edge => self.live.push(state),
                State::Border | State::AnyLetters | State::AnyWords => {
                    self.live.push(state);
                    self.open.push(state + 1);
                }
            }
        }
    }
}
