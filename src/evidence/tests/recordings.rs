//! Recordings are measured frame by frame, and a cut one is found out.

use std::time::Duration;

use super::super::{Content, Fault, Kind, Medium, Notice, Recording, sniff};
use super::fixtures::take;

/// A box of an ISO container.
fn boxed(kind: &str, inner: &[u8]) -> Vec<u8> {
    let size = u32::try_from(inner.len() + 8).unwrap();
    [&size.to_be_bytes(), kind.as_bytes(), inner].concat()
}

/// The header of a movie of so many milliseconds, in the older form.
fn header(millis: u32) -> Vec<u8> {
    let mut header = vec![0; 12];
    header.extend_from_slice(&1000_u32.to_be_bytes());
    header.extend_from_slice(&millis.to_be_bytes());
    header.resize(100, 0);
    boxed("mvhd", &header)
}

/// The same in the newer form.
fn new_header(millis: u64) -> Vec<u8> {
    let mut header = vec![1];
    header.resize(20, 0);
    header.extend_from_slice(&1000_u32.to_be_bytes());
    header.extend_from_slice(&millis.to_be_bytes());
    header.resize(112, 0);
    boxed("mvhd", &header)
}

/// A video with these boxes in its header.
fn movie(brand: &str, header: &[u8]) -> Vec<u8> {
    let brands = [brand.as_bytes(), &[0; 4], b"isom"].concat();
    [
        boxed("ftyp", &brands),
        boxed("mdat", &[7; 600]),
        boxed("moov", header),
    ]
    .concat()
}

/// So many frames of an MP3 at 128 kbit/s and 44.1 kHz, 417 bytes and 1152 samples each.
fn mp3(frames: usize) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xFB, 0x90, 0x64];
    frame.resize(417, 0);
    frame.repeat(frames)
}

/// A WAV of so many seconds, 8 kHz, one byte a sample.
fn wav(seconds: usize) -> Vec<u8> {
    let size = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
    let mut file = b"RIFF".to_vec();
    file.extend(size(36 + seconds * 8000));
    file.extend_from_slice(b"WAVEfmt ");
    file.extend(size(16));
    file.extend_from_slice(&[1, 0, 1, 0]);
    file.extend(size(8000));
    file.extend(size(8000));
    file.extend_from_slice(&[1, 0, 8, 0]);
    file.extend_from_slice(b"data");
    file.extend(size(seconds * 8000));
    file.resize(file.len() + seconds * 8000, 128);
    file
}

/// So many packets of SILK.
fn silk(packets: usize) -> Vec<u8> {
    [
        b"\x02#!SILK_V3".as_slice(),
        &[3, 0, 1, 2, 3].repeat(packets),
    ]
    .concat()
}

/// So many frames of AMR at 12.2 kbit/s.
fn amr(frames: usize) -> Vec<u8> {
    let mut frame = vec![0x3C];
    frame.resize(32, 0);
    [b"#!AMR\n".as_slice(), &frame.repeat(frames)].concat()
}

/// So many frames of AAC at 44.1 kHz.
fn aac(frames: usize) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xF1, 0x50, 0x80, 0x02, 0x00, 0xFC];
    frame.resize(16, 0);
    frame.repeat(frames)
}

/// What is told of a file.
fn told(bytes: &[u8]) -> Recording {
    match take("a", bytes).unwrap().content {
        Content::Recording(recording) => recording,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_format_tells_its_length() {
    let long = boxed("mehd", &[[0; 4], 90_000_u32.to_be_bytes()].concat());
    let fragments = [header(0), boxed("mvex", &long)].concat();
    for (file, medium, millis) in [
        (movie("isom", &header(83_500)), Medium::Mp4, Some(83_500)),
        (
            movie("qt  ", &new_header(83_500)),
            Medium::Mov,
            Some(83_500),
        ),
        (movie("M4A ", &header(1)), Medium::M4a, Some(1)),
        (movie("isom", &header(0)), Medium::Mp4, None),
        (movie("isom", &fragments), Medium::Mp4, Some(90_000)),
        (mp3(100), Medium::Mp3, Some(2612)),
        (aac(100), Medium::Aac, Some(2321)),
        (amr(50), Medium::Amr, Some(1000)),
        (silk(50), Medium::Silk, Some(1000)),
        (wav(3), Medium::Wav, Some(3000)),
    ] {
        let length = millis.map(Duration::from_millis);
        assert_eq!(told(&file), Recording { medium, length });
    }
}

#[test]
fn tags_covers_and_counts_around_the_frames_are_passed_over() {
    let tag = [b"ID3\x04\0\0\0\0\x01\x48".as_slice(), &[9; 200]].concat();
    let end = [b"TAG".as_slice(), &[32; 125]].concat();
    let tagged = [tag, mp3(100), end].concat();
    assert_eq!(told(&tagged).length, Some(Duration::from_millis(2612)));

    let mut counted = mp3(101);
    counted[36..48].copy_from_slice(b"Xing\0\0\0\x01\0\0\0\x64");
    assert_eq!(told(&counted).length.unwrap().as_millis(), 2612);
    assert_eq!(
        take("a", &counted[..417 * 60]).unwrap_err(),
        Fault::Truncated
    );
}

#[test]
fn a_cut_recording_is_truncated() {
    let files = [
        movie("isom", &header(83_500)),
        mp3(10),
        aac(10),
        amr(11),
        silk(10),
        wav(1),
    ];
    for whole in files {
        for at in [whole.len() / 3 + 1, whole.len() / 2 + 3, whole.len() - 1] {
            assert_eq!(
                take("a", &whole[..at]).unwrap_err(),
                Fault::Truncated,
                "{at}"
            );
        }
        for at in 0..whole.len().min(200) {
            let mut broken = whole.clone();
            broken[at] ^= 0x5A;
            let _ = take("a", &broken);
            let _ = take("a", &whole[..at]);
        }
    }
    // A phone that died while it recorded leaves no header.
    let headless = [boxed("ftyp", b"isom\0\0\0\0"), boxed("mdat", &[7; 600])].concat();
    assert_eq!(take("a", &headless).unwrap_err(), Fault::Truncated);
}

#[test]
fn boxes_that_lie_are_faults() {
    for size in [2_u32, 1] {
        let mut file = movie("isom", &header(1));
        let at = file.windows(4).position(|kind| kind == b"moov").unwrap() - 4;
        file[at..at + 4].copy_from_slice(&size.to_be_bytes());
        assert!(take("a", &file).is_err());
    }
    let file = [boxed("ftyp", b"isom\0\0\0\0"), boxed("moov", &[])].concat();
    assert!(matches!(take("a", &file), Err(Fault::Corrupt { .. })));
    assert!(matches!(
        take("a", b"ID3\x04\0\0\0\0\0\0 nothing but words"),
        Err(Fault::Corrupt { .. })
    ));
}

#[test]
fn the_content_tells_the_format() {
    for (start, medium) in [
        (&b"\0\0\0\x18ftypisom\0\0\0\0isommp42"[..], Medium::Mp4),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Medium::Mov),
        (b"\0\0\0\x1CftypM4A \0\0\0\0M4A mp42", Medium::M4a),
        (b"ID3\x04", Medium::Mp3),
        (b"\xFF\xFB\x90\x64", Medium::Mp3),
        (b"\xFF\xF1\x50\x80", Medium::Aac),
        (b"#!AMR\n", Medium::Amr),
        (b"\x02#!SILK_V3", Medium::Silk),
        (b"RIFF\x10\0\0\0WAVEfmt ", Medium::Wav),
    ] {
        assert_eq!(sniff(start), Kind::Recording(medium));
        assert!(!medium.name().is_empty());
    }
    let notices = take("语音.txt", &silk(5)).unwrap().notices;
    let extension = "txt".to_owned();
    let kind = Kind::Recording(Medium::Silk);
    assert_eq!(notices, [Notice::Mislabelled { extension, kind }]);
}
