#!/usr/bin/env python3
"""Makes the exhibits of the benchmark: every second one a photo, the others screenshots.

A photo is 4000 x 3000, JPEG quality 90, about 3.7 MB, with a camera's EXIF: a turned
orientation in three of four, and a place. A screenshot is a chat of 1080 x 2400 in which a
photo was sent, PNG, about 0.6 MB. The same number always gives the same picture. Needs Pillow.

Usage: make_pictures.py FOLDER COUNT
"""

import os
import random
import sys
from multiprocessing import Pool
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
ORIENTATIONS = [1, 6, 3, 8]
WORDS = (
    "您好请问订单已经付款页面显示发货但是没有到账麻烦查询一下什么时候可以处理完成退款"
    "系统正在核实上游渠道还没有返回结果请耐心等待我们会尽快为您解决谢谢理解虚拟商品售出不退"
)


def name(number):
    """The file name of exhibit `number`, from 1."""
    return f"{number:03}.jpg" if number % 2 else f"{number:03}.png"


def noise(rng, size, cell):
    """Grey noise of `size` with grains of `cell` pixels."""
    small = (size[0] // cell, size[1] // cell)
    grains = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
    return grains.resize(size, Image.Resampling.BICUBIC)


def scene(rng, size, cell):
    """Soft shapes of `cell` pixels under grain, as a camera in a room sees them."""
    coarse = [noise(rng, size, cell) for _ in range(3)]
    grain = noise(rng, size, 2)
    return Image.merge("RGB", [Image.blend(band, grain, 0.21) for band in coarse])


def photo(number, path, placed=True):
    """Draws a scene and writes it with a camera's notes, with or without a place."""
    rng = random.Random(number)
    picture = scene(rng, (4000, 3000), 250)
    exif = Image.Exif()
    exif[0x010F] = "Example"
    exif[0x0110] = f"Example Phone {number}"
    exif[0x0112] = ORIENTATIONS[number // 2 % 4]
    if placed:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "N", (30.0, 15.0, float(number % 60))
        gps[3], gps[4] = "E", (120.0, 9.0, float(number % 60))
    picture.save(path, quality=90, exif=exif)


def screenshot(number, path):
    """Draws a chat: bubbles with text, and a photo that was sent in it."""
    rng = random.Random(number)
    width, height = 1080, 2400
    picture = Image.new("RGB", (width, height), (237, 237, 237))
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONTS / "NotoSansSC-Regular.ttf"), 38)
    draw.rectangle((0, 0, width, 150), fill=(247, 247, 247))
    draw.text((60, 70), f"在线客服  {number:03}", font=font, fill=(20, 20, 20))
    y, mine = 190, False
    while y < height - 900:
        lines = ["".join(rng.choices(WORDS, k=17)) for _ in range(rng.randint(1, 4))]
        left, fill = (210, (149, 236, 105)) if mine else (130, (255, 255, 255))
        bottom = y + 40 + 58 * len(lines)
        draw.rounded_rectangle((left, y, left + 710, bottom), 18, fill=fill)
        for row, line in enumerate(lines):
            draw.text((left + 30, y + 18 + 58 * row), line, font=font, fill=(25, 25, 25))
        y, mine = bottom + 44, not mine
    picture.paste(scene(rng, (520, 390), 65), (130, y))
    picture.save(path)


def numbers(count, photos=False):
    """The numbers of so many pictures: photos and screenshots in turn, or only photos."""
    return range(1, 2 * count, 2) if photos else range(1, count + 1)


def draw(path, number, placed):
    """Makes one picture, unless it is there."""
    if not path.exists():
        unfinished = path.with_name("unfinished-" + path.name)
        if number % 2:
            photo(number, unfinished, placed)
        else:
            screenshot(number, unfinished)
        unfinished.replace(path)


def make(folder, wanted, placed=True):
    """Makes the pictures of these numbers that are missing; returns the paths of all of them."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name(number) for number in wanted]
    with Pool(os.cpu_count()) as workers:
        workers.starmap(draw, [(*one, placed) for one in zip(paths, wanted)], chunksize=1)
    return paths


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for made in make(sys.argv[1], numbers(int(sys.argv[2]))):
        print(made)
