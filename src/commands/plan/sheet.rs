//! A plan in words, for the terminal and for one page on paper.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// What to do next, in words.
pub(super) struct Sheet {
    /// What the page is called.
    pub(super) title: String,
    /// The writer's own number for the papers.
    pub(super) no: Option<String>,
    /// What the case is called.
    pub(super) name: Option<String>,
    /// What it is, with the moment that it was reckoned from.
    pub(super) heading: String,
    /// What is said where no step is proposed.
    pub(super) nothing: Option<String>,
    /// What to file now.
    pub(super) steps: Vec<Step>,
    /// The rest.
    pub(super) sections: Vec<Section>,
    /// What holds for all of it.
    pub(super) foot: String,
}

/// One thing to do.
pub(super) struct Step {
    /// Where.
    pub(super) name: String,
    /// With what, what it lacks, beside what, until when.
    pub(super) lines: Vec<String>,
}

/// Lines under a heading.
pub(super) struct Section {
    /// The heading.
    pub(super) heading: String,
    /// The lines, each once.
    pub(super) lines: Vec<String>,
}

impl Section {
    /// A section with every line once.
    pub(super) fn new(heading: String, lines: Vec<String>) -> Self {
        let mut once: Vec<String> = Vec::new();
        for line in lines {
            if !once.contains(&line) {
                once.push(line);
            }
        }
        Self {
            heading,
            lines: once,
        }
    }
}

impl Sheet {
    /// For the terminal.
    pub(super) fn text(&self) -> String {
        let mut out = format!("{}\n", self.heading);
        if let Some(nothing) = &self.nothing {
            let _ = writeln!(out, "\n{nothing}");
        }
        for (no, step) in (1..).zip(&self.steps) {
            let _ = writeln!(out, "\n{no}. {}", step.name);
            out.extend(step.lines.iter().map(|line| format!("   {line}\n")));
        }
        for section in &self.sections {
            let _ = writeln!(out, "\n{}", section.heading);
            out.extend(section.lines.iter().map(|line| format!("  {line}\n")));
        }
        let _ = writeln!(out, "\n{}", self.foot);
        out
    }

    /// How many lines stand in all sections.
    pub(super) fn line_count(&self) -> usize {
        self.sections
            .iter()
            .map(|section| section.lines.len())
            .sum()
    }

    /// For paper, as the page library draws it: with so many lines of the sections, and a word on those left out.
    pub(super) fn page(
        &self,
        day: NaiveDate,
        shown: usize,
        more: impl Fn(usize) -> String,
    ) -> Value {
        let mut left = shown;
        let mut sections = Vec::new();
        for section in &self.sections {
            let lines = &section.lines[..section.lines.len().min(left)];
            left -= lines.len();
            if !lines.is_empty() {
                sections.push(json!({"heading": section.heading, "lines": lines}));
            }
        }
        let hidden = self.line_count() - shown.min(self.line_count());
        let steps: Vec<Value> = self
            .steps
            .iter()
            .map(|step| json!({"name": step.name, "lines": step.lines}))
            .collect();
        json!({
            "title": self.title,
            "no": self.no,
            "name": self.name,
            "date": [day.year(), day.month(), day.day()],
            "heading": self.heading,
            "nothing": self.nothing,
            "steps": steps,
            "sections": sections,
            "more": (hidden > 0).then(|| more(hidden)),
            "foot": self.foot,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let line = |text: &str| text.to_owned();
        Sheet {
            title: line("单"),
            no: None,
            name: None,
            heading: line("下一步"),
            nothing: None,
            steps: vec![Step {
                name: line("12315"),
                lines: vec![line("可以生成")],
            }],
            sections: vec![
                Section::new(line("期限"), vec![line("甲"), line("乙"), line("甲")]),
                Section::new(line("也可以"), vec![line("丙")]),
            ],
            foot: line("次序是建议"),
        }
    }

    #[test]
    fn a_line_is_said_once() {
        assert_eq!(sheet().line_count(), 3);
        assert_eq!(sheet().text().matches('甲').count(), 1);
    }

    #[test]
    fn what_has_no_room_is_counted() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let page = |shown| sheet().page(day, shown, |left| format!("另有 {left}"));
        assert_eq!(page(3)["more"], Value::Null);
        assert_eq!(page(1)["more"], "另有 2");
        assert_eq!(page(1)["sections"].as_array().unwrap().len(), 1);
        assert_eq!(page(0)["steps"], page(3)["steps"]);
    }
}
