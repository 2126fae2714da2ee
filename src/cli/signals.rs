//! Signals as reasons to wake: the program saves and gives the terminal back before it obeys.
//!
//! Apart because only Unix has them. A thread of its own sleeps until one arrives.

use std::io;
use std::sync::mpsc::Sender;

use super::wake::Wake;

#[cfg(unix)]
pub use unix::{Watch, obey, stop_job, stop_now};

#[cfg(not(unix))]
pub use other::{Watch, obey, stop_job, stop_now};

#[cfg(unix)]
mod unix {
    use std::thread;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGSTOP, SIGTERM, SIGTSTP};
    use signal_hook::iterator::{Handle, Signals};
    use signal_hook::low_level::{emulate_default_handler, raise};

    use super::{Sender, Wake, io};

    /// Watches for signals until it is dropped.
    #[derive(Debug)]
    pub struct Watch {
        handle: Handle,
        signals: Option<Signals>,
    }

    impl Watch {
        /// Begins to watch: from now on signals are kept until somebody listens.
        pub fn begin() -> io::Result<Self> {
            let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
            Ok(Self { handle: signals.handle(), signals: Some(signals) })
        }

        /// Passes on the signals that came and those that will come.
        pub fn listen<T: From<Wake> + Send + 'static>(&mut self, wake: Sender<T>) -> io::Result<()> {
            let Some(mut signals) = self.signals.take() else { return Ok(()) };
            // Ends when the watch is dropped, or at the first signal after the loop has gone.
            let mut tell = move |signal| wake.send(T::from(reason(signal)));
            let listen = move || signals.forever().try_for_each(&mut tell).unwrap_or_default();
            thread::Builder::new().name("signals".to_owned()).spawn(listen).map(drop)
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            self.handle.close();
        }
    }

    fn reason(signal: i32) -> Wake {
        match signal {
            SIGTSTP => Wake::Stop,
            SIGCONT => Wake::Continue,
            _ => Wake::End(signal),
        }
    }

    /// Does what the signal would have done to a program that does not watch for it.
    pub fn obey(signal: i32) -> io::Result<()> {
        emulate_default_handler(signal)
    }

    /// Asks the system to stop everything that was started together with this program, as a terminal's Ctrl-Z does.
    pub fn stop_job() -> io::Result<()> {
        Ok(rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?)
    }

    /// Stops this program; returns when it goes on.
    pub fn stop_now() -> io::Result<()> {
        raise(SIGSTOP)
    }
}

#[cfg(not(unix))]
mod other {
    use super::{Sender, Wake, io};

    /// There are no signals to watch for here.
    #[derive(Debug)]
    pub struct Watch;

    impl Watch {
        /// Does nothing.
        pub fn begin() -> io::Result<Self> {
            Ok(Self)
        }

        /// Does nothing.
        pub fn listen<T: From<Wake>>(&mut self, _wake: Sender<T>) -> io::Result<()> {
            Ok(())
        }
    }

    /// Never asked for here.
    pub fn obey(_signal: i32) -> io::Result<()> {
        Ok(())
    }

    /// Programs are not stopped here.
    pub fn stop_job() -> io::Result<()> {
        Ok(())
    }

    /// Programs are not stopped here.
    pub fn stop_now() -> io::Result<()> {
        Ok(())
    }
}
