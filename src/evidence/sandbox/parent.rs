//! The side of the parent: starts the child, hands pages on as they come, and ends it.

use std::io::{BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use super::super::disclosed::Disclosed;
use super::super::drawing::{Order, Sink};
use super::super::fault::{Fault, Notice};
use super::SUBCOMMAND;
use super::frame::{self, Frame};

/// Has a child draw what is ordered.
pub(super) fn draw(
    program: &Path,
    patience: Duration,
    order: &Order,
    bytes: &[u8],
    sink: &mut Sink<'_>,
) -> Result<Vec<Notice>, Fault> {
    match ask(program, patience, order, bytes, sink)? {
        Frame::Done(notices) => Ok(notices),
        _ => Err(Fault::GaveUp),
    }
}

/// Has a child read what a file tells.
pub(super) fn told(
    program: &Path,
    patience: Duration,
    order: &Order,
    bytes: &[u8],
) -> Result<Disclosed, Fault> {
    match ask(program, patience, order, bytes, &mut |_| Ok(()))? {
        Frame::Told(told) => Ok(told),
        _ => Err(Fault::GaveUp),
    }
}

/// Starts a child, hands pages on, and returns what it says last.
fn ask(
    program: &Path,
    patience: Duration,
    order: &Order,
    bytes: &[u8],
    sink: &mut Sink<'_>,
) -> Result<Frame, Fault> {
    let child = Command::new(program)
        .arg(SUBCOMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut running = Running(child.map_err(|_| Fault::GaveUp)?);
    let (Some(stdin), Some(stdout)) = (running.0.stdin.take(), running.0.stdout.take()) else {
        return Err(Fault::GaveUp);
    };
    // One page waits while another is worked on.
    let (sender, receiver) = sync_channel(1);
    thread::scope(|scope| {
        scope.spawn(move || feed(stdin, order, bytes));
        scope.spawn(move || listen(stdout, &sender));
        let drawn = collect(&receiver, patience, sink);
        // Both threads end with the child and the channel, and the scope waits for them.
        drop(running);
        drop(receiver);
        drawn
    })
}

/// A child that ends with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // A child that ended by itself cannot be killed, which is as well.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Sends the order and the file; a child that has gone away shows in what it says.
fn feed(mut stdin: ChildStdin, order: &Order, bytes: &[u8]) {
    let _ = frame::write_line(order, &mut stdin).and_then(|()| stdin.write_all(bytes));
}

/// Hands frames on until the last one, or until nobody wants them.
fn listen(stdout: ChildStdout, sender: &SyncSender<Frame>) {
    let mut stdout = BufReader::new(stdout);
    while let Ok(frame) = Frame::read(&mut stdout) {
        let last = !matches!(frame, Frame::Page(_));
        if sender.send(frame).is_err() || last {
            return;
        }
    }
}

/// Passes pages to the sink until the child is done.
fn collect(
    frames: &Receiver<Frame>,
    patience: Duration,
    sink: &mut Sink<'_>,
) -> Result<Frame, Fault> {
    loop {
        match frames.recv_timeout(patience) {
            Ok(Frame::Page(page)) => sink(page)?,
            Ok(Frame::Fault(fault)) => return Err(fault),
            Ok(last) => return Ok(last),
            Err(RecvTimeoutError::Timeout) => {
                let seconds = patience.as_secs();
                return Err(Fault::TooSlow { seconds });
            }
            Err(RecvTimeoutError::Disconnected) => return Err(Fault::GaveUp),
        }
    }
}
