//! What is sent between the processes arrives, and a child that fails is a fault.

use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use super::super::drawing::{Format, Order};
use super::super::{Darkroom, Fault, PageRoom, serve};
use super::fixtures::{FACE, darkroom};
use super::pdf_file::{A4, HELVETICA, PdfFile, line};

/// A document of two pages.
fn document() -> Vec<u8> {
    PdfFile::new("1.7")
        .page(&line("(First)"), HELVETICA, A4)
        .page(&line("(Second)"), HELVETICA, A4)
        .finish()
}

/// What is ordered of it.
fn order() -> Order {
    Order {
        format: Format::Pdf,
        password: None,
        pages: Vec::new(),
        room: PageRoom::default(),
    }
}

/// What a child answers to an order and a file.
fn answer(bytes: &[u8]) -> Vec<u8> {
    let mut asked = serde_json::to_vec(&order()).unwrap();
    asked.push(b'\n');
    asked.extend_from_slice(bytes);
    let mut answer = Vec::new();
    serve(Cursor::new(asked), &mut answer, FACE).unwrap();
    answer
}

#[test]
fn pages_follow_each_other_and_something_ends_them() {
    let answer = answer(&document());
    let said = String::from_utf8_lossy(&answer);
    assert_eq!(said.matches(r#"{"Page":"#).count(), 2);
    assert!(answer.len() > 2 * 1335 * 1890 * 3);
    assert!(answer.ends_with(b"{\"Done\":[]}\n"));
}

#[test]
fn a_fault_is_an_answer_too() {
    let cut = &document()[..300];
    assert_eq!(answer(cut), b"{\"Fault\":\"Truncated\"}\n");
    let nothing = serve(Cursor::new(b""), Vec::new(), FACE);
    assert!(nothing.is_err());
}

#[test]
fn a_child_that_says_nothing_gave_up() {
    for program in ["/bin/false", "/bin/cat", "/nowhere/at/all"] {
        let darkroom = Darkroom {
            program: Some(PathBuf::from(program)),
            ..darkroom()
        };
        let drawn = darkroom.draw(&order(), &document(), &mut |_| Ok(()));
        assert_eq!(drawn.unwrap_err(), Fault::GaveUp, "{program}");
    }
}

#[cfg(unix)]
#[test]
fn a_child_that_takes_too_long_is_ended() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut script = tempfile::NamedTempFile::new().unwrap();
    script.write_all(b"#!/bin/sh\nexec sleep 60\n").unwrap();
    let executable = std::fs::Permissions::from_mode(0o700);
    script.as_file().set_permissions(executable).unwrap();
    // A file that is open for writing cannot be run.
    let script = script.into_temp_path();
    let darkroom = Darkroom {
        program: Some(script.to_path_buf()),
        patience: Duration::from_secs(1),
        ..darkroom()
    };
    let drawn = darkroom.draw(&order(), &document(), &mut |_| Ok(()));
    assert_eq!(drawn.unwrap_err(), Fault::TooSlow { seconds: 1 });
}
