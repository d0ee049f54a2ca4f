// Part of the build script: writes the table of rest days.

use std::fmt::Write as _;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meta: Meta,
    years: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta {
    checked: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    number: i32,
    status: String,
    confidence: String,
    notice: Option<String>,
    rest: Vec<Rest>,
    makeup: Vec<String>,
    statutory: Vec<String>,
    working_days: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    from: String,
    to: String,
    name: String,
}

/// Turns `calendar.yaml` into a table of years, or says what is wrong with it.
pub(crate) fn tables(text: &str) -> Result<String, String> {
    let file: File = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    let mut out = format!(
        "/// Where the days come from.\npub static SOURCE: &str = {:?};\n/// When they were last checked.\npub static CHECKED: NaiveDate = {};\n\
         /// Every year that is known, without a gap.\nstatic YEARS: &[Year] = &[\n",
        file.meta.source,
        day(&file.meta.checked)?,
    );
    for (at, year) in file.years.iter().enumerate() {
        if at > 0 && file.years[at - 1].number + 1 != year.number {
            return Err(format!("{}: years without a gap, in order", year.number));
        }
        let status = match year.status.as_str() {
            "final" => "Final",
            "provisional" => "Provisional",
            other => return Err(format!("{}: no status `{other}`", year.number)),
        };
        let mut rest = Vec::new();
        for range in &year.rest {
            rest.push(format!(
                "Rest {{ from: {}, to: {}, name: {:?} }}",
                day(&range.from)?,
                day(&range.to)?,
                range.name
            ));
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "Year {{ number: {}, status: Status::{status}, confidence: {:?}, notice: {:?}, rest: &[{}], makeup: {}, statutory: {}, working_days: {} }},",
            year.number,
            year.confidence,
            year.notice,
            rest.join(", "),
            days(&year.makeup)?,
            days(&year.statutory)?,
            year.working_days,
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn days(texts: &[String]) -> Result<String, String> {
    let days: Result<Vec<_>, _> = texts.iter().map(|text| day(text)).collect();
    Ok(format!("&[{}]", days?.join(", ")))
}

/// A day as a constant; a day that the calendar lacks stops the compiler.
fn day(text: &str) -> Result<String, String> {
    let parts: Vec<u32> = text.split('-').filter_map(|it| it.parse().ok()).collect();
    match parts[..] {
        [year, month, day] => Ok(format!("date({year}, {month}, {day})")),
        _ => Err(format!("`{text}` is no day")),
    }
}
