//! What the steps can find, in words.

use chrono::NaiveDateTime;

use crate::bilingual::Bilingual;
use crate::channel::Channel;
use crate::diagnostic::{Diagnostic, Finding};
use crate::evidence;
use crate::files::ReadFault;
use crate::render;
use crate::typeset;

/// `证据文件 a.png ` and what there is to say about it.
pub(super) fn about(path: &str, what: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("证据文件“{path}”{}", what.zh),
        format!("evidence file `{path}` {}", what.en),
    )
}

pub(super) fn remark(path: &str, notice: &evidence::Notice) -> Diagnostic {
    let code = if notice.is_serious() {
        "redaction-misses"
    } else {
        "evidence-remark"
    };
    let finding = Finding::stated(code, about(path, &notice.what()));
    let finding = match notice.help() {
        Some(help) => finding.help(help),
        None => finding,
    };
    // What was to be hidden may be visible: no filing without it.
    if notice.is_serious() {
        Diagnostic::error(finding)
    } else {
        Diagnostic::warning(finding)
    }
}

pub(super) fn unreadable(path: &str, fault: &ReadFault) -> Finding {
    let (what, help) = match fault {
        ReadFault::NotFound => (
            Bilingual::new("找不到", "does not exist"),
            Bilingual::new(
                "路径从案情文件所在的文件夹算起；检查文件名和大小写",
                "the path is taken from the folder of the case file; check name and case",
            ),
        ),
        ReadFault::IsFolder => (
            Bilingual::new("是文件夹", "is a folder"),
            Bilingual::new("写出里面的文件", "name the files in it"),
        ),
        ReadFault::Outside => (
            Bilingual::new("在案情文件夹之外", "lies outside the folder of the case"),
            Bilingual::new(
                "把文件复制到案情文件旁边，用相对路径；案情文件是自己写的，也可以加 --allow-outside",
                "copy it beside the case file and use a relative path, or, if the case file is your own, add --allow-outside",
            ),
        ),
        ReadFault::TooLarge { bytes } => (
            Bilingual::new(
                format!("过大（{} MB）", bytes / 1_000_000),
                format!("is too large ({} MB)", bytes / 1_000_000),
            ),
            Bilingual::new("另存为较小的文件", "save it smaller"),
        ),
        ReadFault::Refused(why) => (
            Bilingual::new(format!("读不了：{why}"), format!("cannot be read: {why}")),
            Bilingual::new("检查文件权限", "check its permissions"),
        ),
    };
    Finding::stated("evidence-file", about(path, &what)).help(help)
}

/// A recording whose words are not given.
pub(super) fn without_words(name: &str) -> Finding {
    let what = Bilingual::new(
        "是录音或者录像，没有写文字稿",
        "is a recording without its words",
    );
    Finding::stated("recording-without-words", about(name, &what))
        .why(Bilingual::new(
            "受理的人看纸面材料，听不到录音",
            "an office reads paper and hears nothing",
        ))
        .help(Bilingual::new(
            "加上 `文字稿:`，每条写成 `00:12 客服：已经登记`；画面用截图，列在「文件」里",
            "add `transcript:` with lines such as `00:12 agent: noted`; list stills under `files`",
        ))
}

/// When a camera says that a picture was taken whose time the case file does not state.
pub(super) fn camera_time(name: &str, taken: NaiveDateTime) -> Finding {
    let taken = taken.format("%Y-%m-%d %H:%M:%S");
    let what = Bilingual::new(
        format!("里相机记着拍摄时间 {taken}，案情文件没有写"),
        format!("says that it was taken at {taken}; the case file does not"),
    );
    Finding::stated("camera-time", about(name, &what))
        .why(Bilingual::new(
            "手机的时钟可能不准，所以不替你写上",
            "a clock can be wrong, so it is not written for you",
        ))
        .help(Bilingual::new(
            format!("核对无误的，写 `截取时间: {taken}`"),
            format!("if it is right, write `captured: {taken}`"),
        ))
}

/// A picture of which nobody says when it was taken.
pub(super) fn no_time(name: &str) -> Finding {
    let what = Bilingual::new("没有写截取时间", "does not say when it was taken");
    Finding::stated("picture-without-time", about(name, &what))
        .why(Bilingual::new(
            "没有时间，就看不出画面是付款以前还是以后的，证据目录的「形成时间」也空着",
            "without a time nobody can tell whether it is from before or after the payment, and the list leaves that column empty",
        ))
        .help(Bilingual::new(
            "写 `截取时间`：手机相册的详细信息里有；画面顶部的时钟只有时分的，加上日期",
            "write `captured`: the gallery of the phone has it in the details; a clock on the picture needs its date",
        ))
}

/// Frames on something that is no picture.
pub(super) fn frames_on_text(name: &str) -> Finding {
    let what = Bilingual::new(
        "不是图片，框线画不上去",
        "is no picture, and no frame can be drawn on it",
    );
    Finding::stated("frames-on-text", about(name, &what)).help(Bilingual::new(
        "用「原文」写出关键的话，会加粗；文档里的图片另存成图片文件，单独附上再加框",
        "write the decisive words under `quote`, which stand out; save pictures in documents as files of their own and frame them there",
    ))
}

/// Words that are said after the end of the recording.
pub(super) fn beyond_end(at: &str, end: &str) -> Finding {
    let what = Bilingual::new(
        format!("文字稿的时点 {at} 超出了录音录像的长度 {end}"),
        format!("the transcript names {at}, but the recording ends at {end}"),
    );
    Finding::stated("transcript-beyond-end", what).help(Bilingual::new(
        "核对分和秒，并确认文件完整",
        "check minutes and seconds, and that the file is whole",
    ))
}

pub(super) fn template_fault(channel: &Channel, message: &str) -> Finding {
    Finding::stated("template-fault", Bilingual::new(format!("{} 的模板有误：{message}", channel.title.zh), format!("the templates of {} are wrong: {message}", channel.title.en)))
        .help(Bilingual::new("用自己的模板时，对照内置模板修改；用内置模板时，这是程序的错误，请反馈", "if these are your own templates, compare them with the built-in ones; otherwise this is our fault: please report it"))
}

/// A character that no face has, in words that can be chosen or in a name that cannot.
pub(super) fn no_glyph(character: char, is_name: bool) -> Finding {
    let code = u32::from(character);
    Finding::stated("undrawable-character", Bilingual::new(format!("字库里没有“{character}”（U+{code:04X}）这个字符"), format!("no face can draw `{character}` (U+{code:04X})")))
        .why(Bilingual::new("打出来会是空框，读的人看不到", "it would be printed as an empty box"))
        .help(if is_name { replaced_in_a_name() } else { Bilingual::new("换成意思相同的文字；聊天记录里的字符不用改，会自动写成编码", "write it in other words; characters inside a chat log need no change, they are printed as codes") })
}

/// What to do about a rare character of a name or an address, which nobody may change.
fn replaced_in_a_name() -> Bilingual {
    Bilingual::new(
        "姓名、名称、地址里的字不能换说法：先用同音或者形近的字代替，在「经过」写一条说明原字的字形（如“姓名第二字为上‘吉’下‘土’”）；打印后在该处手写补正，在网页上填写时直接写原字",
        "a name or an address has no other words: use a character of like sound or shape, describe the true one in an entry of `facts`, correct it by hand on the print, and type the true one into web forms",
    )
}

/// A text of which not even what may not be dropped fits; its longest sentence is what to shorten first.
pub(super) fn too_long(
    channel: &Channel,
    title: &str,
    (count, limit): (usize, usize),
    longest: &str,
) -> Finding {
    Finding::stated(
        "text-too-long",
        Bilingual::new(
            format!("{}的“{title}”放不下：不能省略的内容有 {count} 字，上限 {limit} 字", channel.title.zh),
            format!("the text `{title}` of {} does not fit: what may not be dropped has {count} characters, the limit is {limit}", channel.title.en),
        ),
    )
    .help(Bilingual::new(
        format!("先缩短最长的一句（{} 字）：“{longest}”；它来自商品名称、承诺原文或者诉求的文字", render::count(longest)),
        format!("shorten the longest sentence first ({} characters): “{longest}”; it comes from the name of the goods, the words of the promise, or the claims", render::count(longest)),
    ))
}

/// The same where a larger size holds what the smaller one cannot.
pub(super) fn instead(finding: Finding, larger: &str) -> Finding {
    finding.why(Bilingual::new(
        format!("这一种没有写，请用“{larger}”的一种"),
        format!("this size is left out; use `{larger}`"),
    ))
}

pub(super) fn explain(error: &typeset::TypesetError) -> String {
    let place = error
        .place
        .as_ref()
        .map(|(file, line, column)| format!("{file}:{line}:{column}: "))
        .unwrap_or_default();
    let hints: String = error.hints.iter().map(|hint| format!("\n{hint}")).collect();
    format!("{place}{}{hints}", error.message)
}

/// Words that would not be on the paper.
pub(super) fn off_the_page(channel: &Channel, page: usize, words: &str) -> Finding {
    let start: String = words.chars().take(20).collect();
    let message = Bilingual::new(
        format!(
            "{}第 {page} 页放不下：“{start}…”超出了页面",
            channel.title.zh
        ),
        format!(
            "page {page} of {} is too full: `{start}…` runs off it",
            channel.title.en
        ),
    );
    let help = Bilingual::new(
        "把很长的一段拆成几条，或者缩短名称",
        "split a very long passage into several entries, or shorten a name",
    );
    Finding::stated("off-the-page", message).help(help)
}

/// A PDF that cannot be read back, so that nothing can be proved of it.
pub(super) fn not_reopened() -> Finding {
    let message = Bilingual::new(
        "生成的 PDF 不能重新打开，无法核对遮盖",
        "the finished PDF cannot be reopened to check what is covered",
    );
    let help = Bilingual::new(
        "这是程序的错误，请反馈",
        "this is our fault: please report it",
    );
    Finding::stated("redaction-residue", message).help(help)
}

/// A picture in the finished PDF whose covered places are not flat.
pub(super) fn not_covered(exhibit: u32) -> Finding {
    let message = Bilingual::new(
        format!("证据{exhibit}的遮盖在生成的 PDF 里没有得到证实"),
        format!("the finished PDF does not prove that exhibit {exhibit} is covered"),
    );
    let help = Bilingual::new(
        "这是程序的错误，请反馈",
        "this is our fault: please report it",
    );
    Finding::stated("redaction-residue", message).help(help)
}

/// Words that were to be hidden and stand in the finished PDF.
pub(super) fn residue(word: &str) -> Finding {
    Finding::stated(
        "redaction-residue",
        Bilingual::new(
            format!("要遮盖的“{word}”还在文书的文字里"),
            format!("`{word}` was to be hidden and stands in the words of the filing"),
        ),
    )
    .why(Bilingual::new(
        "图上盖住了，别处却写着",
        "covered in the picture, it is told elsewhere",
    ))
    .help(Bilingual::new(
        "在名称、说明、原文、画面所载、文字记录里删去或者隐去；确需写明的，从「所盖」里删去",
        "take it out of names, notes, quotations, readings and transcripts, or out of `hides` if it has to be told",
    ))
}

/// A word that is too short to be looked for.
pub(super) fn too_short_to_search(word: &str) -> Finding {
    Finding::stated(
        "hidden-word-short",
        Bilingual::new(
            format!("「所盖」的“{word}”太短，没有在文书里查找"),
            format!("`{word}` under `hides` is too short to be looked for"),
        ),
    )
    .help(Bilingual::new(
        "写出框里完整的一串，四个字符以上",
        "write all that is under the box, four characters or more",
    ))
}

/// `12.34 MB`.
fn megabytes(bytes: u64) -> String {
    format!("{}.{:02} MB", bytes / 1_000_000, bytes % 1_000_000 / 10_000)
}

/// A filing that is too large even with the smallest copies that can be read, in as many volumes as may be.
pub(super) fn too_large(
    channel: &Channel,
    size: u64,
    most: u64,
    volumes: Option<usize>,
    heaviest: &[(u32, u64)],
) -> Finding {
    let (zh, en) = listed(heaviest, megabytes);
    let size = megabytes(size);
    let limit = megabytes(most);
    let (titled, title) = (&channel.title.zh, &channel.title.en);
    let message = match volumes {
        None => Bilingual::new(
            format!(
                "{titled}缩到还看得清的最小，仍约 {size}；分卷也不行，有的图片一张就超过一卷的 {limit}"
            ),
            format!(
                "{title} takes about {size} even with the smallest copies that can be read, and no volumes help: a single picture exceeds the {limit} of one"
            ),
        ),
        Some(1) => Bilingual::new(
            format!("{titled}缩到还看得清的最小，仍约 {size}，超过 {limit}，而且只能是一个文件"),
            format!(
                "{title} takes about {size} even with the smallest copies that can be read; the limit is {limit}, in one file"
            ),
        ),
        Some(files) => Bilingual::new(
            format!(
                "{titled}缩到还看得清的最小，仍约 {size}，每个文件 {limit} 的 {files} 个文件放不下"
            ),
            format!(
                "{title} takes about {size} even with the smallest copies that can be read: more than {files} files of {limit}"
            ),
        ),
    };
    Finding::stated("too-large", message)
    .why(Bilingual::new(
        "再缩小，画面上的字就看不清了",
        "smaller copies could not be read",
    ))
    .help(Bilingual::new(
        format!("用「不附于」去掉次要的证据，或者用「裁取」「页」只附需要的部分；最大的是{zh}"),
        format!("leave lesser exhibits out with `omit_from`, or attach parts with `crop` and `pages`; the largest are {en}"),
    ))
}

/// A filing that was parted among volumes.
pub(super) fn in_volumes(channel: &Channel, volumes: usize, whole: u64, most: u64) -> Finding {
    let (whole, most) = (megabytes(whole), megabytes(most));
    Finding::stated(
        "in-volumes",
        Bilingual::new(
            format!(
                "{}原有 {whole}，缩小副本后仍超过 {most}，已分为 {volumes} 卷",
                channel.title.zh
            ),
            format!(
                "{} takes {whole}, and with smaller copies still more than {most}: it was parted into {volumes} volumes",
                channel.title.en
            ),
        ),
    )
    .help(Bilingual::new(
        "各卷都要提交；第1卷的证据目录写明每份证据在哪一卷哪一页",
        "hand in all of them; the exhibit list in the first names volume and page of every exhibit",
    ))
}

/// A filing whose copies were made smaller.
pub(super) fn made_smaller(channel: &Channel, from: u64, to: u64) -> Finding {
    Finding::stated(
        "made-smaller",
        Bilingual::new(
            format!(
                "{}的证据副本已缩小：{} → {}",
                channel.title.zh,
                megabytes(from),
                megabytes(to)
            ),
            format!(
                "the copies in {} were made smaller: {} to {}",
                channel.title.en,
                megabytes(from),
                megabytes(to)
            ),
        ),
    )
    .help(Bilingual::new(
        "每份证据做了什么，见同名的 .manifest.json；翻看一遍，确认看得清",
        "the .manifest.json tells what was done to each exhibit; look through the pages once",
    ))
}

/// Originals that do not go along inside the PDF, by reason.
pub(super) fn originals_left_out(
    channel: &Channel,
    reasons: &[(Vec<String>, Bilingual)],
) -> Finding {
    let listed = |what: fn(&Bilingual) -> &str, [open, between, close, next]: [&str; 4]| {
        let one = |(names, reason): &(Vec<String>, Bilingual)| {
            format!("{}{open}{}{close}", names.join(between), what(reason))
        };
        reasons.iter().map(one).collect::<Vec<_>>().join(next)
    };
    let zh = listed(|words| &words.zh, ["（", "、", "）", "；"]);
    let en = listed(|words| &words.en, [" (", ", ", ")", "; "]);
    Finding::stated(
        "original-left-out",
        Bilingual::new(
            format!("{}的 PDF 没有附入这些原始文件：{zh}", channel.title.zh),
            format!("these originals do not go along inside the PDF of {}: {en}", channel.title.en),
        ),
    )
    .why(Bilingual::new(
        "原始文件会按原样附入，页面上隐去的、没有印出的，里面都看得到",
        "an original goes along as it is, with all that the pages cover or leave out",
    ))
    .help(Bilingual::new(
        "证据页不受影响；对方需要原始文件的，另行提供",
        "the exhibit pages are not affected; hand such originals in separately if they are asked for",
    ))
}

/// Originals for which there is no room.
pub(super) fn originals_too_large(channel: &Channel, size: u64, most: u64) -> Finding {
    Finding::stated(
        "originals-too-large",
        Bilingual::new(
            format!("{}的 PDF 没有附入原始文件：原始文件共 {}，放不进 {}", channel.title.zh, megabytes(size), megabytes(most)),
            format!("no originals go along inside the PDF of {}: they take {}, which does not fit {}", channel.title.en, megabytes(size), megabytes(most)),
        ),
    )
    .why(Bilingual::new(
        "原始文件不能缩小；只附一部分，看的人不知道其余的在哪里，所以要么都附，要么都不附",
        "originals cannot be made smaller, and some of them without the others would leave a reader guessing",
    ))
    .help(Bilingual::new(
        "用「不附于」去掉次要的证据，或者另行提供原始文件",
        "leave lesser exhibits out with `omit_from`, or hand the originals in separately",
    ))
}

/// An original that is not inside the finished PDF as it was.
pub(super) fn original_changed(path: &str) -> Finding {
    let what = Bilingual::new(
        "没有按原样附入 PDF：生成文书时它有变动",
        "is not inside the PDF as it was: it changed while the filing was made",
    );
    Finding::stated("original-changed", about(path, &what)).help(Bilingual::new(
        "再运行一次；仍然如此的，是程序的错误，请反馈",
        "run it again; if it stays, this is our fault: please report it",
    ))
}

/// A filing with too many pages.
pub(super) fn too_many_pages(
    channel: &Channel,
    pages: usize,
    most: usize,
    longest: &[(u32, u64)],
) -> Finding {
    let (zh, en) = listed(longest, |pages| format!("{pages} 页"));
    Finding::stated(
        "too-many-pages",
        Bilingual::new(
            format!("{}有 {pages} 页，超过 {most} 页", channel.title.zh),
            format!("{} has {pages} pages; the limit is {most}", channel.title.en),
        ),
    )
    .help(Bilingual::new(
        format!("用「不附于」去掉次要的证据，用「页」只附需要的几页，或者用「每页张数」多放几张；最长的是{zh}"),
        format!("leave lesser exhibits out with `omit_from`, attach single `pages`, or raise `per_page`; the longest are {}", en.replace(" 页", " pages")),
    ))
}

/// Exhibits whose pictures do not fit the number of pictures.
pub(super) fn pictures_left_out(channel: &Channel, most: usize, missing: &[String]) -> Finding {
    let zh = missing.join("、");
    let en = zh.replace("证据", "exhibit ").replace('、', ", ");
    Finding::stated(
        "pictures-left-out",
        Bilingual::new(
            format!(
                "{}单独上传的图片最多 {most} 张，没有包括{zh}",
                channel.title.zh
            ),
            format!(
                "{} takes {most} pictures one by one; not among them: {en}",
                channel.title.en
            ),
        ),
    )
    .why(Bilingual::new(
        "按证明力从大到小取，放不下的仍在 PDF 里",
        "the weightiest come first; the others are still in the PDF",
    ))
}

/// Exhibits with a quantity each, in Chinese and English.
fn listed(exhibits: &[(u32, u64)], quantity: impl Fn(u64) -> String) -> (String, String) {
    let one = |name: &str, between: &str| {
        let all = exhibits
            .iter()
            .map(|(no, amount)| format!("{name}{no}（{}）", quantity(*amount)));
        all.collect::<Vec<_>>().join(between)
    };
    (one("证据", "、"), one("exhibit ", ", "))
}
