// Part of the build script: writes the table of the built-in templates.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes `templates.rs`, a table of every file below `templates/`, into the folder of generated sources.
pub(crate) fn templates(root: &Path, out: &Path) -> io::Result<()> {
    let folder = root.join("templates");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    files.sort();
    let mut table = String::from(
        "/// Path and text of every built-in template.\nstatic BUILT_IN: &[(&str, &str)] = &[\n",
    );
    for file in files {
        let path = file.strip_prefix(&folder).map_err(io::Error::other)?;
        let name = path
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        writeln!(
            table,
            "    ({name:?}, include_str!({:?})),",
            file.display().to_string()
        )
        .map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    fs::write(out.join("templates.rs"), table)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
