#!/usr/bin/env python3
"""Redraw the evidence pictures: python3 examples/draw.py [example …]   (needs: pip install typst pillow)"""
import io, json, pathlib, random, sys
import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter

HERE = pathlib.Path(__file__).resolve().parent
LIMIT = 300_000


def draw(example):
    source = str(example / "draw" / "screens.typ")
    options = dict(root=str(HERE), font_paths=[str(HERE.parent / "fonts")], ignore_system_fonts=True)
    names = json.loads(typst.query(source, "<names>", field="value", one=True, **options))
    pages = typst.compile(source, format="png", ppi=72, **options)
    for name, page in zip(names, pages if isinstance(pages, list) else [pages], strict=True):
        picture = Image.open(io.BytesIO(page)).convert("RGB")
        path = example / "evidence" / name
        if "拍屏" in name:
            save_photo(picture, path)
        elif path.suffix == ".jpg":
            picture.save(path, quality=90, subsampling=0, optimize=True)
        else:
            picture.quantize(255, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(path, optimize=True)
        size = path.stat().st_size
        print(f"{size:7}  {path.relative_to(HERE)}")
        assert size < LIMIT, f"{name} is larger than {LIMIT} bytes"


def save_photo(screen, path):
    """A photo of `screen` on a desk, stored on its side as a phone stores it: EXIF orientation 6, with an invented place."""
    chance = random.Random(1120)
    width, height = 1200, 1600
    scene = Image.linear_gradient("L").resize((width * 2, height * 2)).point(lambda v: 168 - v // 4).convert("RGB")
    scene = ImageChops.multiply(scene, Image.new("RGB", scene.size, "#f4eadc"))
    pen = ImageDraw.Draw(scene)  # everything around the display is drawn twice as large, for smooth edges

    def shape(points, fill):
        pen.polygon([(x * 2, y * 2) for x, y in points], fill=fill)

    for y in range(2260, height * 2):  # the desk: a gradient, its grain, the gap between two boards
        pen.line((0, y, width * 2, y), fill=tuple(c + (y - 2260) // 24 + chance.randint(-4, 4) for c in (118, 84, 57)))
    shape([(0, 1332), (1200, 1325), (1200, 1329), (0, 1336)], "#5a3d28")
    shadow = Image.new("L", scene.size)
    ImageDraw.Draw(shadow).ellipse((640, 2240, 1800, 2480), fill=150)
    scene.paste((40, 28, 20), mask=shadow.filter(ImageFilter.GaussianBlur(36)))
    shape([(520, 1010), (700, 1010), (712, 1150), (508, 1150)], "#26272b")  # the stand, its foot, the frame
    pen.ellipse((780, 2240, 1660, 2372), fill="#1f2023")
    shape([(44, 318), (1168, 282), (1150, 1052), (60, 1026)], "#17181b")
    pen.rounded_rectangle((300, 2724, 2120, 3400), 52, fill="#c9c7c3")
    for row in range(4):  # the keyboard, cut off by the lower edge
        for key in range(14):
            left, top = 352 + key * 124 + row * 16, 2780 + row * 132
            pen.rounded_rectangle((left, top, min(left + 108, 2080), top + 108), 16, fill="#efede9", outline="#b4b1ab", width=4)
    photo = scene.resize((width, height), Image.Resampling.LANCZOS)
    corners = [(66, 342), (1146, 306), (1128, 1012), (82, 990)]
    glass = screen.resize((screen.width * 2, screen.height * 2), Image.Resampling.LANCZOS)
    glass = glass.transform((width, height), Image.Transform.PERSPECTIVE, perspective(corners, glass.size), Image.Resampling.BICUBIC)
    lit = Image.new("L", (width, height))
    ImageDraw.Draw(lit).polygon(corners, fill=255)
    weave = Image.linear_gradient("L").resize((7, 5)).point(lambda v: 246 + v // 28)  # the stripes a camera sees on a display
    stripes = Image.new("L", (width, height))
    for x in range(0, width, 7):
        for y in range(0, height, 5):
            stripes.paste(weave, (x, y))
    glass = ImageChops.multiply(glass, Image.merge("RGB", [stripes.rotate(3), stripes.rotate(4), stripes.rotate(2)]))
    photo.paste(glass, mask=lit.filter(ImageFilter.GaussianBlur(1)))
    glare = Image.new("L", (width, height))
    ImageDraw.Draw(glare).ellipse((700, 240, 1330, 720), fill=46)
    photo.paste((255, 252, 240), mask=glare.filter(ImageFilter.GaussianBlur(110)))
    dark = Image.radial_gradient("L").resize((width, height)).point(lambda v: max(0, v - 90) // 2)
    photo.paste((10, 8, 6), mask=dark)
    photo = photo.filter(ImageFilter.GaussianBlur(0.6))
    noise = Image.frombytes("L", (width // 2, height // 2), chance.randbytes(width * height // 4)).filter(ImageFilter.GaussianBlur(0.8)).resize((width, height))
    photo = ImageChops.add(photo, Image.merge("RGB", [noise] * 3).point(lambda v: v // 12), offset=-10)
    tags = Image.Exif()
    tags[0x0112], tags[0x010F], tags[0x0110], tags[0x0132] = 6, "Example", "Example Phone 9", "2026:11:20 21:02:37"
    tags.get_ifd(0x8769)[0x9003] = "2026:11:20 21:02:37"
    tags.get_ifd(0x8825).update({1: "N", 2: (30.0, 0.0, 0.0), 3: "E", 4: (150.0, 0.0, 0.0)})
    photo.transpose(Image.Transpose.ROTATE_90).save(path, quality=86, optimize=True, exif=tags)


def perspective(corners, size):
    """The eight numbers that carry the corners of a picture of `size` to `corners`, by Gauss elimination."""
    rows = []
    for (x, y), (u, v) in zip(corners, [(0, 0), (size[0], 0), size, (0, size[1])], strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    for i in range(8):
        pivot = max(range(i, 8), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [n / rows[i][i] for n in rows[i]]
        for k in range(8):
            if k != i:
                rows[k] = [n - rows[k][i] * m for n, m in zip(rows[k], rows[i], strict=True)]
    return [row[8] for row in rows]


if __name__ == "__main__":
    chosen = sys.argv[1:] or sorted(p.parent.parent.name for p in HERE.glob("*/draw/screens.typ"))
    for name in chosen:
        draw(HERE / name)
