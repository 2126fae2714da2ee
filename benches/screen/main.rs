//! The speed a learner feels, in a pseudo-terminal of 120×40, beside a floor measured in the same run.
//!
//! The floor is this program started again as `floor FILE`: a bare ratatui screen that shows a file as unrendered
//! text. Runs are interleaved, because machines are shared and noisy; what counts are the ratios. Figures in
//! milliseconds and MiB; the bars stand beside them. Run with `cargo bench --bench screen`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a benchmark prints, and its figures are small"
)]

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use portable_pty::{CommandBuilder, PtyPair, PtySize, native_pty_system};

mod floor;

const RUNS: usize = 15;
const ROWS: NonZeroU16 = NonZeroU16::new(40).expect("not zero");
const COLS: NonZeroU16 = NonZeroU16::new(120).expect("not zero");
const KEYS: usize = 400;
const PATIENCE: Duration = Duration::from_secs(20);
/// Silence after which a paint counts as finished.
const QUIET: Duration = Duration::from_millis(12);

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["floor", file] => floor::show(Path::new(file)),
        _ => compare(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// A program to be measured: how it is started, and what stands on its screen when it is painted.
struct Subject {
    name: &'static str,
    args: Vec<String>,
    is_floor: bool,
    marker: String,
    /// What is pressed once before keys are timed.
    first: &'static [u8],
}

/// A part of the footer of home and briefs: without the letter that it shares with the page of a slow disk, which would
/// not be painted twice.
const FOOTER: &str = "nter";

/// Two keys of which each undoes the other, so that every press changes the screen.
struct Pair {
    there: &'static [u8],
    back: &'static [u8],
    /// How often one of them is pressed before the other.
    run: usize,
}

impl Pair {
    fn key(&self, turn: usize) -> &'static [u8] {
        if (turn / self.run).is_multiple_of(2) { self.there } else { self.back }
    }
}

const LINES: Pair = Pair { there: b"j", back: b"k", run: KEYS / 2 };
const ARROWS: Pair = Pair { there: b"\x1b[B", back: b"\x1b[A", run: 1 };
const LETTER: Pair = Pair { there: b"j", back: b"\x7f", run: 1 };

/// Desk work of every engine, and the keys that are pressed in it.
const ENGINES: [(&str, &str, Pair); 8] = [
    ("form", "exchange/fill-dopesheet", LETTER),
    ("form with rows", "exchange/repair-shotlist", ARROWS),
    ("write", "gathering/cut-to-time", LETTER),
    ("arrange", "exchange/build-the-bulletin", ARROWS),
    ("mark", "checking/claim-hunt", ARROWS),
    ("desk", "exchange/inbox", ARROWS),
    ("case", "checking/case-dam-video", ARROWS),
    ("field", "gathering/five-shot-phone", ARROWS),
];

/// One program in a pseudo-terminal.
struct Screen {
    _pty: PtyPair,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    started: Instant,
}

impl Screen {
    fn start(subject: &Subject, home: &Path) -> Result<Self> {
        let size = PtySize { rows: ROWS.get(), cols: COLS.get(), pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size)?;
        let program =
            if subject.is_floor { std::env::current_exe()? } else { PathBuf::from(env!("CARGO_BIN_EXE_rundown")) };
        let mut command = CommandBuilder::new(program);
        command.args(&subject.args);
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "en_US.UTF-8");
        command.env("RUNDOWN_HOME", home);
        let mut reader = pty.master.try_clone_reader()?;
        let keys = pty.master.take_writer()?;
        let (sender, output) = channel();
        std::thread::Builder::new().name("pty reader".to_owned()).spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let chunk = buffer.iter().take(count).copied().collect();
                if sender.send((Instant::now(), chunk)).is_err() {
                    break;
                }
            }
        })?;
        let started = Instant::now();
        let child = pty.slave.spawn_command(command)?;
        Ok(Self { _pty: pty, child, keys, output, parser: vt100::Parser::new(ROWS, COLS, 0), started })
    }

    /// Waits until the marker came; returns when its last chunk did. It is looked for in the bytes, because a parser at
    /// work beside the program would take the processor from it.
    fn wait_for(&mut self, marker: &str) -> Result<Instant> {
        let mut seen = Vec::new();
        loop {
            let Ok((at, chunk)) = self.output.recv_timeout(PATIENCE) else {
                self.parser.process(&seen);
                bail!("`{marker}` never came; the screen:\n{}", self.parser.screen().contents());
            };
            let from = seen.len().saturating_sub(marker.len());
            seen.extend_from_slice(&chunk);
            if seen.get(from..).is_some_and(|new| new.windows(marker.len()).any(|part| part == marker.as_bytes())) {
                self.parser.process(&seen);
                return Ok(at);
            }
        }
    }

    /// Waits until nothing came for a while; returns how many bytes came before.
    fn settle(&mut self, quiet: Duration) -> usize {
        let mut bytes = 0;
        while let Ok((_, chunk)) = self.output.recv_timeout(quiet) {
            bytes += chunk.len();
            self.parser.process(&chunk);
        }
        bytes
    }

    /// Presses a key; returns the time to the last byte of the paint that follows.
    fn press(&mut self, key: &[u8]) -> Result<Duration> {
        let pressed = Instant::now();
        self.keys.write_all(key)?;
        self.keys.flush()?;
        let mut last = None;
        let mut patience = Duration::from_millis(500);
        loop {
            match self.output.recv_timeout(patience) {
                Ok((at, chunk)) => {
                    self.parser.process(&chunk);
                    last = Some(at);
                    patience = QUIET;
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => bail!("the program ended"),
            }
        }
        Ok(last.map_or(Duration::ZERO, |at| at.duration_since(pressed)))
    }

    fn process(&self, file: &str) -> Option<String> {
        let pid = self.child.process_id()?;
        std::fs::read_to_string(format!("/proc/{pid}/{file}")).ok()
    }

    /// The highest memory so far, in MiB; none where `/proc` is not.
    fn peak_memory(&self) -> Option<f64> {
        let status = self.process("status")?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kib / 1024.0)
    }

    /// Processor time so far, in clock ticks.
    fn ticks(&self) -> Option<u64> {
        let stat = self.process("stat")?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }

    /// How often the program gave the processor away by itself, over all its threads: its wake-ups.
    fn wakeups(&self) -> Option<u64> {
        let pid = self.child.process_id()?;
        let mut sum = 0;
        for task in std::fs::read_dir(format!("/proc/{pid}/task")).ok()?.flatten() {
            let status = std::fs::read_to_string(task.path().join("status")).ok()?;
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches:"))?;
            sum += line.split_whitespace().nth(1)?.parse::<u64>().ok()?;
        }
        Some(sum)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The program may have ended by itself; there is nothing else to do here.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn at_share(mut times: Vec<f64>, share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
    times.get(at).copied().unwrap_or(f64::NAN)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn compare() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("home");
    let bench = Bench::prepare(folder.path(), &home)?;
    println!("120x40, {RUNS} interleaved runs, medians; bars in brackets");
    bench.first_paint("S1 home", &Bench::home(), &bench.floor("small"), 1.5)?;
    bench.first_paint("S1 25 KB lesson", &bench.lesson("small"), &bench.floor("small"), 1.5)?;
    bench.first_paint("S2 1 MB lesson", &bench.lesson("large"), &bench.floor("large"), 2.0)?;
    bench.keys("S3 keys at 25 KB", &bench.lesson("small"), &bench.floor("small"), &LINES)?;
    bench.keys("S3 keys at 1 MB", &bench.lesson("large"), &bench.floor("large"), &LINES)?;
    bench.keys("S3 keys in a tool", &Bench::tool(), &bench.floor("small"), &LETTER)?;
    for (engine, exercise, pair) in &ENGINES {
        bench.keys(&format!("S3 keys in {engine}"), &Bench::work(exercise), &bench.floor("small"), pair)?;
    }
    bench.jumps()?;
    bench.idle()?;
    size()
}

fn size() -> Result<()> {
    let bytes = std::fs::metadata(env!("CARGO_BIN_EXE_rundown"))?.len();
    println!("S11 program {:.1} MB [12]", bytes as f64 / 1e6);
    Ok(())
}

/// A course with a lesson of 25 KB, one with a lesson of 1 MB, and a home with a learner.
struct Bench {
    folder: PathBuf,
    home: PathBuf,
}

const SENTENCE: &str = "The bridge at Kolombé has been closed since 04:30, says the *civil protection* officer on duty, \
    and **no deaths** are confirmed so far; the gauge stood at `6.42 m` at six.\n\n";

fn lesson_text(id: &str, title: &str, bytes: usize) -> String {
    let mut text = format!(
        "+++\nid = \"bench/{id}\"\nslug = \"{}\"\ntitle = \"{title}\"\nminutes = 10\n\n[[outcomes]]\nid = \"a\"\ntext = \"A\"\n\n\
         [[outcomes]]\nid = \"b\"\ntext = \"B\"\n+++\n\nFIRST-WORDS of the lesson.\n\n",
        id.to_uppercase()
    );
    let mut section = 0;
    while text.len() < bytes {
        section += 1;
        // Writing to a string cannot fail.
        let _written = write!(text, "## Part {section} {{#part-{section}}}\n\n");
        text.push_str(&SENTENCE.repeat(8));
        text.push_str(
            "- first point\n- second point\n\n> A quotation of one line.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
        );
    }
    text.push_str("LAST-WORDS of the lesson.\n");
    text
}

/// Writes a course of one lesson.
fn write_course(course: &Path, name: &str, lesson: &str) -> Result<()> {
    std::fs::create_dir_all(course.join("lessons/bench"))?;
    std::fs::create_dir_all(course.join("exercises"))?;
    let manifest = format!(
        "format = 1\nid = \"bench\"\ntitle = \"Bench\"\nversion = \"1\"\nlanguages = [\"en\"]\nlicence = \"CC0-1.0\"\n\
         words_per_minute = 150\n\n[pass]\nquiz = 80\ntest = 75\ncapstone = 70\n\n[[tracks]]\nid = \"bench\"\n\
         letter = \"A\"\ntitle = \"Bench\"\nlessons = [\"bench/{name}\"]\n"
    );
    std::fs::write(course.join("lessons/course.toml"), manifest)?;
    std::fs::write(course.join("lessons/house.toml"), "stand_in = true\n")?;
    std::fs::write(course.join("lessons/glossary.toml"), "")?;
    Ok(std::fs::write(course.join(format!("lessons/bench/{name}.md")), lesson)?)
}

impl Bench {
    fn prepare(folder: &Path, home: &Path) -> Result<Self> {
        for (name, title, bytes) in [("small", "Small", 25_000), ("large", "Large", 1_000_000)] {
            write_course(&folder.join(name), name, &lesson_text(name, title, bytes))?;
        }
        let added = std::process::Command::new(env!("CARGO_BIN_EXE_rundown"))
            .args(["learner", "add", "--name", "Awa Diop", "--member", "Lagune TV", "--lang", "en"])
            .env("RUNDOWN_HOME", home)
            .output()?;
        if !added.status.success() {
            bail!("no learner: {}", String::from_utf8_lossy(&added.stderr));
        }
        Ok(Self { folder: folder.to_owned(), home: home.to_owned() })
    }

    fn home() -> Subject {
        // The footer is the last row that is painted.
        Subject { name: "rundown", args: Vec::new(), is_floor: false, marker: FOOTER.to_owned(), first: b"" }
    }

    /// Desk work, from its brief on.
    fn work(exercise: &str) -> Subject {
        let args = ["--open", exercise].map(str::to_owned).to_vec();
        Subject { name: "rundown", args, is_floor: false, marker: FOOTER.to_owned(), first: b"\r" }
    }

    /// A dopesheet, where the keys are typed into its first field.
    fn tool() -> Subject {
        let args = ["tool", "dopesheet"].map(str::to_owned).to_vec();
        Subject { name: "rundown", args, is_floor: false, marker: "Slug".to_owned(), first: b"" }
    }

    fn lesson(&self, name: &str) -> Subject {
        let course = self.folder.join(name).display().to_string();
        let args = ["--course", &course, "--open", &format!("bench/{name}")].map(str::to_owned).to_vec();
        Subject { name: "rundown", args, is_floor: false, marker: "FIRST-WORDS".to_owned(), first: b"" }
    }

    fn floor(&self, name: &str) -> Subject {
        let file = self.folder.join(format!("{name}/lessons/bench/{name}.md"));
        let args = vec!["floor".to_owned(), file.display().to_string()];
        Subject { name: "floor", args, is_floor: true, marker: "FIRST-WORDS".to_owned(), first: b"" }
    }

    fn paint_once(&self, subject: &Subject) -> Result<(f64, Option<f64>)> {
        let mut screen = Screen::start(subject, &self.home)?;
        let painted = screen.wait_for(&subject.marker)?.duration_since(screen.started);
        screen.settle(Duration::from_millis(60));
        Ok((millis(painted), screen.peak_memory()))
    }

    fn first_paint(&self, what: &str, ours: &Subject, floor: &Subject, bar: f64) -> Result<()> {
        let (mut our_times, mut floor_times, mut memory) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let (time, peak) = self.paint_once(ours)?;
            our_times.push(time);
            memory.extend(peak);
            floor_times.push(self.paint_once(floor)?.0);
        }
        let (ours_ms, floor_ms) = (median(our_times), median(floor_times));
        println!(
            "{what}: first paint {ours_ms:.2} ms, {} {floor_ms:.2} ms, ratio {:.2} [{bar}]; S4 memory {:.1} MiB",
            floor.name,
            ours_ms / floor_ms,
            median(memory)
        );
        Ok(())
    }

    /// Presses a key in both by turns, so that a busy moment slows both.
    fn key_times(&self, ours: &Subject, floor: &Subject, pair: &Pair) -> Result<(Vec<f64>, Vec<f64>)> {
        let (mut ours, mut floor) = (self.ready(ours)?, self.ready(floor)?);
        let (mut our_times, mut floor_times) = (Vec::new(), Vec::new());
        for turn in 0..KEYS {
            our_times.push(millis(ours.press(pair.key(turn))?));
            floor_times.push(millis(floor.press(LINES.key(turn))?));
        }
        Ok((our_times, floor_times))
    }

    fn ready(&self, subject: &Subject) -> Result<Screen> {
        let mut screen = Screen::start(subject, &self.home)?;
        screen.wait_for(&subject.marker)?;
        screen.settle(Duration::from_millis(100));
        if !subject.first.is_empty() {
            screen.press(subject.first)?;
            screen.settle(Duration::from_millis(100));
        }
        Ok(screen)
    }

    fn keys(&self, what: &str, ours: &Subject, floor: &Subject, pair: &Pair) -> Result<()> {
        let (ours, floor) = self.key_times(ours, floor, pair)?;
        let ours: Vec<f64> = ours.into_iter().filter(|time| *time > 0.0).collect();
        if ours.len() < KEYS / 2 {
            bail!("{what}: only {} keys of {KEYS} changed the screen", ours.len());
        }
        let ratio = |share| at_share(ours.clone(), share) / at_share(floor.clone(), share);
        println!(
            "{what}: median {:.2} ms, floor {:.2} ms, ratio {:.2} [1.3]; p99 ratio {:.2} [2]",
            at_share(ours.clone(), 0.5),
            at_share(floor.clone(), 0.5),
            ratio(0.5),
            ratio(0.99)
        );
        Ok(())
    }

    fn jumps(&self) -> Result<()> {
        let subject = self.lesson("large");
        let mut screen = Screen::start(&subject, &self.home)?;
        screen.wait_for(&subject.marker)?;
        screen.settle(Duration::from_millis(100));
        let end = millis(screen.press(b"\x1b[F")?);
        let start = millis(screen.press(b"\x1b[H")?);
        screen.press(b"/")?;
        for letter in b"LAST-WORD" {
            screen.press(&[*letter])?;
        }
        let search = millis(screen.press(b"\r")?);
        println!("S3 jumps at 1 MB: End {end:.1} ms, Home {start:.1} ms, search {search:.1} ms [30]");
        Ok(())
    }

    fn idle(&self) -> Result<()> {
        let subject = self.lesson("small");
        let mut screen = Screen::start(&subject, &self.home)?;
        screen.wait_for(&subject.marker)?;
        screen.settle(Duration::from_secs(2));
        let (ticks, wakeups) = (screen.ticks(), screen.wakeups());
        let bytes = screen.settle(Duration::from_secs(5));
        let used = |now: Option<u64>, then: Option<u64>| Some(now? - then?);
        println!(
            "S5 idle for 5 s: {bytes} bytes drawn, {:?} ticks of processor, {:?} wake-ups [0]",
            used(screen.ticks(), ticks),
            used(screen.wakeups(), wakeups)
        );
        Ok(())
    }
}
