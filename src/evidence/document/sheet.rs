//! Workbooks of Excel: each visible sheet as a table of the values that a person sees.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::super::fault::{Excess, Fault};
use super::archive::Archive;
use super::gallery::Gallery;
use super::{Block, Document, MOST_CELLS, Particular, Table, Unshown, corrupt, within};

/// The most columns that are printed; beyond stand forgotten cells.
const MOST_COLUMNS: usize = 200;

/// The values of a sheet by row and column.
type Cells = BTreeMap<(u32, u32), String>;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], gallery: &mut Gallery<'_>) -> Result<Document, Fault> {
    let mut archive = Archive::open(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(corrupt)?;
    let mut document = Document::default();
    let mut names = Vec::new();
    let mut left = MOST_CELLS;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            document.miss(
                Unshown::Charts,
                usize::from(sheet.typ == SheetType::ChartSheet),
            );
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            document.miss(Unshown::HiddenSheets, 1);
            continue;
        }
        let cells = cells(&mut book, &sheet.name, &mut document, left)?;
        left -= cells.len();
        names.push(sheet.name.clone());
        document.blocks.push(Block::Heading(sheet.name));
        document.blocks.push(table(&cells)?);
    }
    document.tell(Particular::Sheets, Some(names.join("、")));
    document.miss(Unshown::Charts, archive.count("xl/charts/chart"));
    document.miss(Unshown::Comments, archive.count("xl/comments"));
    for name in archive.beginning("xl/media/") {
        if let Some(bytes) = archive.bytes(&name)? {
            document.show(gallery, &bytes);
        }
    }
    Ok(document)
}

/// The values of a sheet.
fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    document: &mut Document,
    most: usize,
) -> Result<Cells, Fault> {
    let mut cells = Cells::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(corrupt)?;
    while let Some(cell) = reader.next_cell().map_err(|error| broken(&error))? {
        let text = value(cell.get_value(), document);
        if !text.is_empty() {
            cells.insert(cell.get_position(), text);
            within(cells.len(), most, Excess::Cells)?;
        }
    }
    drop(reader);
    let mut reader = book.worksheet_cells_reader(name).map_err(corrupt)?;
    let mut formulas = 0;
    while let Some(cell) = reader.next_formula().map_err(|error| broken(&error))? {
        if cell.get_value().is_empty() {
            continue;
        }
        formulas += 1;
        // A formula that nobody has reckoned yet is all that there is to see.
        let text = || format!("={}", cell.get_value());
        cells.entry(cell.get_position()).or_insert_with(text);
        within(cells.len(), most, Excess::Cells)?;
    }
    document.miss(Unshown::Formulas, formulas);
    Ok(cells)
}

fn broken(error: &XlsxError) -> Fault {
    corrupt(error)
}

/// A sheet as a table: the rows and columns that hold anything, with those between them.
fn table(cells: &Cells) -> Result<Block, Fault> {
    let mut rows: Vec<u32> = cells.keys().map(|(row, _)| *row).collect();
    rows.dedup();
    let mut columns: Vec<u32> = cells.keys().map(|(_, column)| *column).collect();
    columns.sort_unstable();
    columns.dedup();
    if cells.is_empty() {
        return Ok(Block::Paragraph("（空表）".to_owned()));
    }
    within(columns.len(), MOST_COLUMNS, Excess::Columns)?;
    within(rows.len() * columns.len(), MOST_CELLS * 2, Excess::Cells)?;
    let one = |row: &u32, column: &u32| cells.get(&(*row, *column)).cloned().unwrap_or_default();
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| columns.iter().map(|column| one(row, column)).collect())
        .collect();
    // The first row names the columns where each of them has a name that is no number.
    let head = rows.len() > 1
        && rows[0]
            .iter()
            .all(|name| !name.is_empty() && name.parse::<f64>().is_err());
    Ok(Block::Table(Table { rows, head }))
}

/// A value as a person sees it, without the format of its number.
fn value(data: &DataRef<'_>, document: &mut Document) -> String {
    match data {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => {
            // Excel keeps fifteen digits and fills the rest with zeroes.
            document.miss(Unshown::Rounded, usize::from(number.abs() >= 1e15));
            number.to_string()
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim().to_owned()
        }
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// `2026-11-01 20:58:12`, without the parts that are not there.
fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() {
        let seconds = (moment.as_f64() * 86_400.0).round();
        return format!(
            "{}:{:02}:{:02}",
            (seconds / 3600.0).floor(),
            (seconds / 60.0 % 60.0).floor(),
            seconds % 60.0
        );
    }
    if moment.as_f64() < 1.0 {
        clock
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {clock}")
    }
}
