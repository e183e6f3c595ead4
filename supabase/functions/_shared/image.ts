/** What an image file is, judged by its bytes alone and without decoding it. */
export type ImageFacts = { contentType: string; width: number; height: number };

type Size = { width: number; height: number };

/** An accepted format: how it begins, how it shows that nothing is cut off, and where it says its size. */
type Form = {
  contentType: string;
  begins(bytes: Uint8Array): boolean;
  isWhole(bytes: Uint8Array): boolean;
  /** Undefined, or a RangeError, where it does not say it. */
  size(bytes: Uint8Array): Size | undefined;
};

const MOST_PIXELS = 268_435_456;

/** The facts; undefined when the file is no whole image of an accepted type, or has more than 268 million pixels. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const form = [JPEG, PNG, WEBP, GIF].find((one) => one.begins(bytes));
  if (form === undefined || !form.isWhole(bytes)) return undefined;
  try {
    const size = form.size(bytes);
    const fits = size && size.width > 0 && size.height > 0 && size.width * size.height <= MOST_PIXELS;
    return fits ? { contentType: form.contentType, ...size } : undefined;
  } catch (outside) {
    if (outside instanceof RangeError) return undefined;
    throw outside;
  }
}

const JPEG: Form = {
  contentType: "image/jpeg",
  begins: (bytes) => has(bytes, 0, 0xff, 0xd8, 0xff),
  // The end marker; some cameras write more after it.
  isWhole: (bytes) => {
    for (let at = bytes.lastIndexOf(0xff); at > 2; at = bytes.lastIndexOf(0xff, at - 1)) {
      if (bytes[at + 1] === 0xd9) return true;
    }
    return false;
  },
  size: (bytes) => {
    const view = viewOf(bytes);
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      while (view.getUint8(at + 1) === 0xff) at++;
      const marker = view.getUint8(at + 1);
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      }
    }
    return undefined;
  },
};

const PNG: Form = {
  contentType: "image/png",
  begins: (bytes) => has(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  isWhole: (bytes) => {
    const view = viewOf(bytes);
    for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
      if (word(bytes, at + 4) === "IEND") return true;
    }
    return false;
  },
  size: (bytes) => {
    const view = viewOf(bytes);
    return word(bytes, 12) === "IHDR" ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
  },
};

const WEBP: Form = {
  contentType: "image/webp",
  begins: (bytes) => bytes.length > 16 && word(bytes, 0) === "RIFF" && word(bytes, 8) === "WEBP",
  isWhole: (bytes) => viewOf(bytes).getUint32(4, true) + 8 <= bytes.length,
  size: (bytes) => {
    const view = viewOf(bytes);
    switch (word(bytes, 12)) {
      case "VP8 ":
        return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
      case "VP8L": {
        const bits = view.getUint32(21, true);
        return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
      }
      case "VP8X":
        return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    }
    return undefined;
  },
};

const GIF: Form = {
  contentType: "image/gif",
  begins: (bytes) => bytes.length > 13 && /^GIF8[79]a$/.test(word(bytes, 0) + word(bytes, 4).slice(0, 2)),
  // The trailer, after which some programs pad.
  isWhole: (bytes) => {
    let last = bytes.length - 1;
    while (last > 13 && bytes[last] === 0) last--;
    return bytes[last] === 0x3b;
  },
  // That of the first picture, which need not fill the screen that the header tells of.
  size: (bytes) => {
    const view = viewOf(bytes);
    let at = 13 + colours(view.getUint8(10));
    while (view.getUint8(at) === 0x21) at = afterBlocks(view, at + 2);
    return view.getUint8(at) === 0x2c
      ? { width: view.getUint16(at + 5, true), height: view.getUint16(at + 7, true) }
      : undefined;
  },
};

function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

function afterBlocks(view: DataView, at: number): number {
  while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
  return at + 1;
}

function has(bytes: Uint8Array, at: number, ...expected: number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
