//! Parts of a chat log: what is filed, and that the rest is left out.

use chrono::NaiveDate;

use super::Transcript;
use super::fault::Fault;
use super::transcript::Row;
use super::treatment::Excerpt;

/// Keeps the parts of a log that are to be filed, and says how many messages are left out.
///
/// The numbers stay those of the whole log. What the messenger says goes with the message after it, and with the one
/// before it at the end.
pub(super) fn of(log: Transcript, excerpts: &[Excerpt]) -> Result<(Transcript, u32), Fault> {
    if excerpts.is_empty() {
        return Ok((log, 0));
    }
    let mut today = None;
    let mut rows = Vec::new();
    // What stands between two messages.
    let mut between = Vec::new();
    // The day that holds, until a message of it was filed.
    let mut band = None;
    let (mut kept, mut omitted, mut last_kept) = (0, 0, false);
    for row in log.rows {
        let day = match &row {
            Row::Day { date, .. } => Some(*date),
            Row::Message { at, .. } | Row::System { at, .. } => at.as_ref().and_then(|at| at.date),
            Row::Header { .. } | Row::Omitted { .. } => None,
        };
        today = day.or(today);
        let Row::Message { no, .. } = row else {
            match row {
                Row::Day { .. } => band = Some(row),
                Row::Header { .. } if kept + omitted == 0 => rows.push(row),
                other => between.push(other),
            }
            continue;
        };
        last_kept = excerpts.iter().any(|part| holds(part, no, today));
        if last_kept {
            rows.extend(band.take());
            rows.append(&mut between);
            rows.push(row);
            kept += 1;
        } else {
            between.clear();
            omitted += 1;
            match rows.last_mut() {
                Some(Row::Omitted { to, .. }) => *to = no,
                _ => rows.push(Row::Omitted { from: no, to: no }),
            }
        }
    }
    if last_kept {
        rows.append(&mut between);
    }
    if kept == 0 {
        return Err(Fault::NothingSelected { messages: omitted });
    }
    Ok((Transcript { rows }, omitted))
}

/// Whether a message lies in a part.
fn holds(part: &Excerpt, no: u32, day: Option<NaiveDate>) -> bool {
    match part {
        Excerpt::Numbers(from, to) => (*from..=*to).contains(&no),
        Excerpt::Days(from, to) => day.is_some_and(|day| (*from..=*to).contains(&day)),
    }
}
