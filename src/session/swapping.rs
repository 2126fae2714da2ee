//! Items that colleagues sent by file: a queue of them, what is decided, and the return notes that travel back.
//!
//! Apart from desk work of the course because nobody knows the right answer here: nothing is judged, and what was
//! decided is told to the one who sent it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bench::{Bench, Purpose};
use super::{Delivery, Effect, Effects, Session, own_folder};
use crate::clock::Timestamp;
use crate::course::exercise::desk::{Code, Desk, Item};
use crate::course::exercise::work::{Decided, Entry};
use crate::course::exercise::{Debrief, Engine, Exercise, Form, Pick, Work};
use crate::course::manifest::READ_ALOUD;
use crate::course::words::Words as CourseWords;
use crate::id::{AttemptId, CourseId, ExerciseId, Lang, OptionId};
use crate::journal::Body;
use crate::journal::progress::{Run, Swaps};
use crate::journal::swap::{self, Handed, Sender, Swap, Verdict};
use crate::text::{lines, one_line};
use crate::words::Words;

/// Where decisions are kept before they are handed in.
const DRAFT: &str = "swap";
/// The letters of the house's codes, and what they decide.
const DECISIONS: [(char, &str); 5] =
    [('A', "swap-accept"), ('R', "swap-return"), ('H', "swap-hold"), ('X', "swap-reject"), ('K', "swap-kill")];

/// Returns the name of a swap's file: what it is, from whom, and the beginning of the item's id.
pub fn swap_file_name(swap: &Swap) -> String {
    let kind = match swap.what {
        Handed::Offer(_) => "offer",
        Handed::Return(_) => "return",
    };
    let from = if swap.from.station.is_empty() { &swap.from.name } else { &swap.from.station };
    let id: String = swap.item.to_string().chars().take(8).collect();
    format!("{kind}-{}-{id}.swap", crate::report::Clean::new(from).as_file_stem())
}

/// Who sends something, and when.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The person.
    pub from: Sender,
    /// The course.
    pub course: CourseId,
    /// The language of what is sent.
    pub lang: Lang,
    /// The wall time.
    pub at: Timestamp,
}

/// Returns the form that was handed in last at an exercise, as an item for a colleague; none where none was.
pub fn offer(run: &Run, exercise: &ExerciseId, by: Sending) -> Option<Swap> {
    let tries = run.desk_work.tries(|id| id == exercise);
    let (item, done) = tries.last()?;
    let Work::Form { fields } = &done.result.work else { return None };
    let Sending { from, course, lang, at } = by;
    Some(Swap { item: *item, from, course, exercise: exercise.clone(), lang, at, what: Handed::Offer(fields.clone()) })
}

impl Session {
    /// Returns whether what was handed in last at an exercise can go to a colleague.
    pub fn can_send(&self, exercise: &ExerciseId) -> bool {
        self.offer(exercise).is_some()
    }

    /// Hands what was handed in last at an exercise over as a file for a colleague; none where nothing was, or where it
    /// is too long for such a file.
    pub fn send(&mut self, exercise: &ExerciseId) -> Option<Effects> {
        let swap = self.offer(exercise)?;
        Some(vec![self.deliver_swap(&swap)?])
    }

    fn offer(&self, exercise: &ExerciseId) -> Option<Swap> {
        let (course, lang) = (self.course.manifest().id.clone(), self.lang.clone());
        offer(self.learning()?.run()?, exercise, Sending { from: self.sender()?, course, lang, at: self.clock.now() })
    }

    fn sender(&self) -> Option<Sender> {
        let profile = &self.learning()?.profile;
        Some(Sender { name: profile.name.clone(), station: profile.member.clone() })
    }

    /// What the queue lets in is short enough for a file; what a form holds may not be.
    fn deliver_swap(&mut self, swap: &Swap) -> Option<Effect> {
        let bytes = swap::write(swap).ok()?;
        let folder = own_folder(&self.learning()?.profile);
        let delivery = Delivery { folder, name: swap_file_name(swap), mime: "application/json", bytes };
        Some(Effect::Deliver(self.outbox.next_tag(), delivery))
    }

    fn swaps(&self) -> Option<&Swaps> {
        Some(&self.learning()?.run()?.swaps)
    }

    /// Returns how many items of colleagues are decided, and how many came; none where none came.
    pub fn swap_counts(&self) -> Option<(usize, usize)> {
        let swaps = self.swaps()?;
        let offers = swaps.offers();
        let decided = offers.iter().filter(|offer| swaps.verdict(offer.item).is_some()).count();
        (!offers.is_empty()).then_some((decided, offers.len()))
    }

    /// Returns the return note for the last work that was handed in at an exercise: who wrote it, and what it says.
    pub fn returned(&self, exercise: &ExerciseId) -> Option<(&Sender, &Verdict)> {
        let run = self.learning()?.run()?;
        let (attempt, _) = run.desk_work.tries(|id| id == exercise).into_iter().next_back()?;
        let note = run.swaps.returned(attempt)?;
        match &note.what {
            Handed::Return(verdict) => Some((&note.from, verdict)),
            Handed::Offer(_) => None,
        }
    }

    /// Lays the items of colleagues out as a queue, with what was decided already.
    pub fn work_on_swaps(&mut self) -> Effects {
        let Some(exercise) = self.swap_queue() else { return Effects::new() };
        let attempt = AttemptId::from_bits(self.chance.bits());
        let kept = self.learning().and_then(|learning| learning.draft::<Work>(DRAFT));
        let mut bench = Bench::new(Arc::new(exercise), Purpose::Swaps, attempt);
        bench.untimed = true;
        bench.work = kept.unwrap_or_else(|| Work::Desk { decided: self.decided_before() });
        self.lay_out(bench)
    }

    /// Puts the queue in another language; what came stays as it was written.
    pub(super) fn translate_swaps(&mut self) {
        if let (Some(queue), Some(bench)) = (self.swap_queue(), self.bench.as_mut()) {
            bench.translate(Arc::new(queue));
        }
    }

    fn decided_before(&self) -> Vec<Decided> {
        let Some(swaps) = self.swaps() else { return Vec::new() };
        let decided = |offer: &Swap| {
            let Verdict { decision, code, note } = swaps.verdict(offer.item)?.clone();
            Some(Decided { item: item_name(offer.item), decision, code, note })
        };
        swaps.offers().into_iter().filter_map(decided).collect()
    }

    /// Keeps the decisions that are not handed in.
    pub(super) fn keep_swaps(&mut self, work: &Work) -> Effects {
        self.keep_draft(DRAFT.to_owned(), work)
    }

    /// Returns the first new decision whose code asks for a note to the sender and has none: the code, and the item.
    pub fn note_missing(&self) -> Option<(String, String)> {
        let bench = self.bench.as_ref().filter(|bench| bench.purpose == Purpose::Swaps)?;
        let (Work::Desk { decided }, Engine::Desk(desk)) = (&bench.work, &bench.exercise.engine) else { return None };
        let asking = self.course.words(&self.lang).house.get("desk.notes").map(str::to_lowercase)?;
        let asks = |code: &str| asking.split(',').any(|name| name.trim() == code.to_lowercase());
        let new = self.new_verdicts(decided);
        let (item, verdict) = new.iter().find(|(_, given)| given.note.trim().is_empty() && asks(&given.code))?;
        let item = desk.items.iter().find(|there| there.id.as_str() == item_name(*item))?;
        Some((verdict.code.clone(), item.title.clone()))
    }

    /// Hands the decisions in, unless a note is missing: they are kept for ever, and the return notes go to the learner as files. Returns how
    /// many are new.
    pub fn hand_in_swaps(&mut self) -> (usize, Effects) {
        if self.note_missing().is_some() {
            return (0, Effects::new());
        }
        let Some(bench) = self.bench.take_if(|bench| bench.purpose == Purpose::Swaps) else {
            return (0, Effects::new());
        };
        let Work::Desk { decided } = &bench.work else { return (0, Effects::new()) };
        let new = self.new_verdicts(decided);
        self.drop_due(DRAFT);
        let notes: Vec<Swap> = new.iter().filter_map(|(item, verdict)| self.return_note(*item, verdict)).collect();
        let bodies = new.iter().map(|(item, verdict)| Body::SwapDecided { item: *item, verdict: verdict.clone() });
        let mut effects = self.write_with(bodies.collect(), Vec::new(), Some(DRAFT.to_owned()));
        effects.extend(notes.iter().filter_map(|note| self.deliver_swap(note)));
        (new.len(), effects)
    }

    fn new_verdicts(&self, decided: &[Decided]) -> Vec<(AttemptId, Verdict)> {
        let Some(swaps) = self.swaps() else { return Vec::new() };
        let verdict = |offer: &Swap| {
            let name = item_name(offer.item);
            let given = decided.iter().rfind(|given| given.item == name && !given.decision.is_empty())?;
            let Decided { item: _, decision, code, note } = given.clone();
            let verdict = Verdict { decision, code, note };
            (swaps.verdict(offer.item) != Some(&verdict)).then_some((offer.item, verdict))
        };
        swaps.offers().into_iter().filter_map(verdict).collect()
    }

    fn return_note(&self, item: AttemptId, verdict: &Verdict) -> Option<Swap> {
        let offer = self.swaps()?.offer(item)?;
        let (from, lang, at) = (self.sender()?, self.lang.clone(), self.clock.now());
        Some(Swap { from, lang, at, what: Handed::Return(verdict.clone()), ..offer.clone() })
    }

    /// Makes the queue: an exercise that nobody judges.
    fn swap_queue(&self) -> Option<Exercise> {
        let offers = self.swaps()?.offers();
        if offers.is_empty() {
            return None;
        }
        let words = Words::new(&self.lang);
        let codes = codes(self.course.words(&self.lang));
        let is_used = |letter: &char| codes.is_empty() || codes.iter().any(|code| code.decision == decision(*letter));
        let named = DECISIONS.iter().filter(|(letter, _)| is_used(letter));
        let decisions = named.map(|(letter, key)| Pick { id: decision(*letter), text: words.get(key) }).collect();
        let items = offers.iter().filter_map(|offer| self.queue_item(offer)).collect();
        let desk = Desk { now: String::new(), decisions, codes, items, note_rules: Vec::new(), order: None };
        Some(Exercise {
            id: ExerciseId::new("swap/queue").ok()?,
            lesson: None,
            of: None,
            title: words.get("swap-title"),
            minutes: 10,
            pass: 0,
            tool: None,
            read_aloud: READ_ALOUD,
            questionnaire: false,
            brief: String::new(),
            weights: BTreeMap::new(),
            materials: Vec::new(),
            engine: Engine::Desk(desk),
            questions: Vec::new(),
            debrief: Debrief { text: String::new(), expert: String::new(), section: None },
            rubric: Vec::new(),
            model: None,
            typical: None,
        })
    }

    fn queue_item(&self, offer: &Swap) -> Option<Item> {
        let Handed::Offer(fields) = &offer.what else { return None };
        let Sender { name, station } = &offer.from;
        let from =
            if station.is_empty() { one_line(name) } else { format!("{} ({})", one_line(station), one_line(name)) };
        let exercise = self.course.exercise(&offer.exercise, &self.lang).ok();
        let form = exercise
            .as_deref()
            .and_then(|exercise| if let Engine::Form(form) = &exercise.engine { Some(form) } else { None });
        let short: String = offer.item.to_string().chars().take(8).collect();
        let title = ["headline", "slug"].iter().find_map(|id| match fields.get(*id) {
            Some(Entry::One(text)) if !text.trim().is_empty() => Some(one_line(text)),
            _ => None,
        });
        Some(Item {
            id: OptionId::new(&item_name(offer.item)).ok()?,
            from,
            title: title.unwrap_or(short),
            text: sheet(form, fields),
            decision: String::new(),
            code: None,
            also: Vec::new(),
            critical: false,
            note: true,
            why: String::new(),
        })
    }
}

fn item_name(item: AttemptId) -> String {
    format!("i{item}")
}

fn decision(letter: char) -> String {
    letter.to_string()
}

/// Returns the house's codes whose letter decides something.
fn codes(words: &CourseWords) -> Vec<Code> {
    let entries = words.house.values.iter().filter_map(|(path, text)| Some((path.strip_prefix("codes.")?, text)));
    let code = |(key, text): (&str, &String)| {
        let id = key.to_uppercase();
        let letter = id.chars().next().filter(|letter| DECISIONS.iter().any(|(known, _)| known == letter))?;
        Some(Code { pick: Pick { id, text: text.clone() }, decision: decision(letter) })
    };
    entries.filter_map(code).collect()
}

/// Writes what came as Markdown: nothing of it can be more than words.
fn sheet(form: Option<&Form>, fields: &BTreeMap<String, Entry>) -> String {
    let label = |id: &str| {
        let field = form.and_then(|form| form.fields.iter().find(|field| field.id.as_str() == id));
        field.map_or_else(|| one_line(id), |field| field.label.clone())
    };
    let known = form.map(|form| form.fields.iter().map(|field| field.id.to_string()).collect::<Vec<_>>());
    let ids = known.unwrap_or_else(|| fields.keys().cloned().collect());
    let mut text = String::new();
    for id in ids {
        let value = match fields.get(&id) {
            Some(Entry::One(value)) => words_only(value),
            Some(Entry::Several(values)) => words_only(&values.join("; ")),
            Some(Entry::Rows(rows)) => rows_of(rows),
            None => continue,
        };
        let value = if value.trim().is_empty() { "–".to_owned() } else { value };
        text.extend(["**", &words_only(&label(&id)), ":** ", &value, "\n\n"]);
    }
    text
}

fn rows_of(rows: &[Vec<String>]) -> String {
    let row = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().filter(|cell| !cell.trim().is_empty()).map(|c| words_only(c)).collect();
        format!("\n- {}", cells.join(" · "))
    };
    format!("\n{}", rows.iter().map(row).collect::<String>())
}

/// Returns the words with every sign that Markdown or the course could read taken as itself.
fn words_only(text: &str) -> String {
    let line = one_line(&lines(text));
    let mut safe = String::with_capacity(line.len());
    for c in line.chars() {
        if c.is_ascii_punctuation() {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
