//! `tousu explain CODE`: what a message means, with an example and the repair.

use tousu::diagnostic::explain::{codes, explain};

use super::{Office, Report, Stop};

/// Explains a message.
pub(crate) fn run(office: &Office<'_>, code: &str) -> Result<Report, Stop> {
    if let Some(explanation) = explain(code, office.lang) {
        return Ok(Report {
            stdout: explanation.page(code, office.lang),
            ..Report::default()
        });
    }
    let nearest = codes()
        .max_by(|a, b| strsim::jaro_winkler(a, code).total_cmp(&strsim::jaro_winkler(b, code)));
    let hint = nearest
        .filter(|near| strsim::jaro_winkler(near, code) > 0.7)
        .map(|near| {
            office.say(
                format!("，是不是 {near}？"),
                format!("; did you mean {near}?"),
            )
        })
        .unwrap_or_default();
    Err(Stop(office.say(
        format!("没有名为 {code} 的提示{hint}"),
        format!("no message is called {code}{hint}"),
    )))
}
