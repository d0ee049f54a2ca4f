//! PDF files written by hand, with whatever is wrong with them.

use std::fmt::Write as _;
use std::io::Write as _;

/// A document under construction: its objects, of which the first is the catalogue and the second the tree of pages.
pub(super) struct PdfFile {
    version: &'static str,
    objects: Vec<Vec<u8>>,
}

/// A line of text in the font `F1`, 24 points high.
pub(super) fn line(text: &str) -> String {
    format!("BT /F1 24 Tf 50 700 Td {text} Tj ET")
}

/// The bytes of a text as a hexadecimal string.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut hex = "<".to_owned();
    for byte in bytes {
        let _ = write!(hex, "{byte:02x}");
    }
    hex + ">"
}

/// Latin letters that need not be embedded.
pub(super) const HELVETICA: &str = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

/// A Chinese font that is not embedded, with its encoding.
pub(super) fn song(encoding: &str, ordering: &str) -> String {
    format!(
        "/Font<</F1<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}\
         /DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light\
         /CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>\
         /FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6>>>>]>>>>"
    )
}

/// A page of A4.
pub(super) const A4: &str = "/MediaBox[0 0 595 842]";

/// A document of one page: its content, resources, and attributes.
pub(super) fn page(content: &str, resources: &str, attributes: &str) -> Vec<u8> {
    PdfFile::new("1.7")
        .page(content, resources, attributes)
        .finish()
}

/// Data as deflate compresses them.
pub(super) fn deflated(data: &[u8]) -> Vec<u8> {
    // A PNG of one row of grey is its filter byte and its samples, deflated.
    let mut bytes = Vec::new();
    let width = u32::try_from(data.len()).unwrap();
    let mut encoder = png::Encoder::new(&mut bytes, width, 1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    let mut deflated = Vec::new();
    let mut rest = &bytes[8..];
    while rest.len() >= 12 {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        if &rest[4..8] == b"IDAT" {
            deflated.extend_from_slice(&rest[8..8 + length]);
        }
        rest = &rest[12 + length..];
    }
    deflated
}

impl PdfFile {
    /// Starts a document of a version.
    pub(super) fn new(version: &'static str) -> Self {
        Self {
            version,
            objects: vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), Vec::new()],
        }
    }

    /// Adds an object and returns its number.
    pub(super) fn object(&mut self, body: &str) -> usize {
        self.objects.push(body.as_bytes().to_vec());
        self.objects.len()
    }

    /// Adds a stream and returns its number.
    pub(super) fn stream(&mut self, attributes: &str, data: &[u8]) -> usize {
        let mut body = Vec::new();
        write!(body, "<<{attributes}/Length {}>>\nstream\n", data.len()).unwrap();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.objects.push(body);
        self.objects.len()
    }

    /// Adds a page.
    pub(super) fn page(mut self, content: &str, resources: &str, attributes: &str) -> Self {
        let content = self.stream("", content.as_bytes());
        self.object(&format!(
            "<</Type/Page/Parent 2 0 R{attributes}/Resources<<{resources}>>/Contents {content} 0 R>>"
        ));
        self
    }

    /// Writes the document, with a tree of all its pages.
    pub(super) fn finish(self) -> Vec<u8> {
        self.finish_with("")
    }

    /// Writes the document, with more entries of the tree than its pages.
    pub(super) fn finish_with(mut self, more: &str) -> Vec<u8> {
        let is_page = |body: &Vec<u8>| body.starts_with(b"<</Type/Page/");
        let mut kids = String::new();
        for (no, _) in (1..).zip(&self.objects).filter(|(_, body)| is_page(body)) {
            let _ = write!(kids, "{no} 0 R ");
        }
        let count = kids.matches('R').count();
        self.objects[1] = format!("<</Type/Pages/Kids[{kids}{more}]/Count {count}>>").into_bytes();
        let mut file = format!("%PDF-{}\n", self.version).into_bytes();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (no, body) in (1..).zip(&self.objects) {
            let _ = writeln!(table, "{:010} 00000 n ", file.len());
            writeln!(file, "{no} 0 obj").unwrap();
            file.extend_from_slice(body);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        let size = self.objects.len() + 1;
        write!(
            file,
            "{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
        )
        .unwrap();
        file
    }
}
