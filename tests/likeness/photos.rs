//! Photo-like pictures made from a seed: a shaded ground, fractal noise of
//! several octaves, large shaded shapes, blur, uneven light and sensor noise.
//! The same seed gives the same picture on every machine.

use image::{Rgb, RgbImage};

/// SplitMix64: a small generator whose every seed is a good one.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// Evenly between `low` and `high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * ((self.next() >> 40) as f32 / (1u64 << 24) as f32)
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn lattice(seed: u64, x: i32, y: i32) -> f32 {
    let at = ((x as u32 as u64) << 32) | y as u32 as u64;
    (mix(seed ^ at.wrapping_mul(0x9E37_79B9_7F4A_7C15)) >> 40) as f32 / (1u64 << 23) as f32 - 1.0
}

/// Smooth noise in -1..1 with one knot at every whole number.
fn noise(seed: u64, x: f32, y: f32) -> f32 {
    let (xi, yi) = (x.floor(), y.floor());
    let (fx, fy) = (x - xi, y - yi);
    let (sx, sy) = (fx * fx * (3.0 - 2.0 * fx), fy * fy * (3.0 - 2.0 * fy));
    let (xi, yi) = (xi as i32, yi as i32);
    let top = lattice(seed, xi, yi) * (1.0 - sx) + lattice(seed, xi + 1, yi) * sx;
    let low = lattice(seed, xi, yi + 1) * (1.0 - sx) + lattice(seed, xi + 1, yi + 1) * sx;
    top * (1.0 - sy) + low * sy
}

struct Shape {
    round: bool,
    x: f32,
    y: f32,
    wide: f32,
    tall: f32,
    turn: (f32, f32),
    colour: [f32; 3],
    shade: (f32, f32),
    solid: f32,
}

impl Shape {
    fn roll(dice: &mut Dice, size: (f32, f32)) -> Shape {
        let turn = dice.between(-0.6, 0.6);
        let grey = dice.between(30.0, 225.0);
        Shape {
            round: dice.next() & 1 == 0,
            x: dice.between(0.0, 1.0),
            y: dice.between(0.0, 1.0),
            wide: dice.between(size.0, size.1),
            tall: dice.between(size.0, size.1),
            turn: (turn.sin(), turn.cos()),
            colour: [0; 3].map(|_| grey + dice.between(-30.0, 30.0)),
            shade: (dice.between(-40.0, 40.0), dice.between(-40.0, 40.0)),
            solid: dice.between(0.5, 1.0),
        }
    }

    fn shift(&mut self, dice: &mut Dice, by: f32) {
        self.x += dice.between(-by, by);
        self.y += dice.between(-by, by);
        self.wide *= 1.0 + dice.between(-by, by);
        self.tall *= 1.0 + dice.between(-by, by);
    }

    fn paint(&self, x: f32, y: f32, onto: &mut [f32; 3]) {
        let (dx, dy) = (x - self.x, y - self.y);
        let u = (dx * self.turn.1 + dy * self.turn.0) / self.wide;
        let v = (dy * self.turn.1 - dx * self.turn.0) / self.tall;
        let inside = if self.round { u * u + v * v < 1.0 } else { u.abs() < 1.0 && v.abs() < 1.0 };
        if inside {
            for (old, new) in onto.iter_mut().zip(self.colour) {
                let shaded = new + u * self.shade.0 + v * self.shade.1;
                *old += (shaded - *old) * self.solid;
            }
        }
    }
}

/// What stands before the camera.
pub struct Scene {
    far: [f32; 3],
    near: [f32; 3],
    horizon: f32,
    tilt: f32,
    soft: f32,
    shapes: Vec<Shape>,
    noises: Vec<(u64, f32, f32)>,
    light: f32,
    gamma: f32,
    corner: f32,
    blur: usize,
    grain: f32,
    seed: u64,
}

impl Scene {
    /// A scene unlike every other.
    pub fn new(seed: u64) -> Scene {
        Scene::of_place(seed ^ 0x00AB_CDEF_0123, seed, 0.0)
    }

    /// Another photo of the same *kind of* place: the same wall, ground,
    /// horizon, colours and three largest objects as every scene of `place`
    /// (objects moved and stretched by up to `apart`, share of the side), with
    /// its own smaller objects, stains, light and grain.
    pub fn of_place(place: u64, seed: u64, apart: f32) -> Scene {
        let mut fixed = Dice(mix(place ^ 0x51AC_E000));
        let mut own = Dice(mix(seed ^ 0x0DE7_A115));
        let tone = |dice: &mut Dice| {
            let grey = dice.between(50.0, 210.0);
            [0; 3].map(|_| grey + dice.between(-25.0, 25.0))
        };
        let (far, near) = (tone(&mut fixed), tone(&mut fixed));
        let horizon = fixed.between(0.25, 0.75) + own.between(-apart, apart);
        let tilt = fixed.between(-0.2, 0.2) + own.between(-apart, apart);
        let soft = fixed.between(0.01, 0.5);
        let mut shapes: Vec<Shape> = (0..3).map(|_| Shape::roll(&mut fixed, (0.1, 0.4))).collect();
        shapes.iter_mut().for_each(|shape| shape.shift(&mut own, apart));
        let count = 3 + own.next() % 8;
        shapes.extend((0..count).map(|_| Shape::roll(&mut own, (0.02, 0.18))));
        let rough = own.between(0.45, 0.7);
        let strong = own.between(15.0, 45.0);
        let noises = (0..6)
            .map(|octave| {
                let knots = 2.0 * 2f32.powi(octave);
                (own.next(), knots, strong * rough.powi(octave))
            })
            .collect();
        Scene {
            far,
            near,
            horizon,
            tilt,
            soft,
            shapes,
            noises,
            light: own.between(0.75, 1.25),
            gamma: own.between(0.8, 1.25),
            corner: own.between(0.0, 0.35),
            blur: (own.next() % 3) as usize,
            grain: own.between(2.0, 9.0),
            seed,
        }
    }

    /// Nothing but a wall, stains of at most `stains` grey levels on it.
    pub fn wall(seed: u64, stains: f32) -> Scene {
        let mut scene = Scene::new(seed);
        scene.shapes.clear();
        scene.soft = 3.0;
        for (octave, noise) in scene.noises.iter_mut().enumerate() {
            noise.2 = stains * 0.6f32.powi(octave as i32);
        }
        scene
    }

    /// The same without blur and nearly without grain: drawn small, it stands
    /// for a large photo, whose grain is averaged away in a cell.
    pub fn clean(mut self) -> Scene {
        self.blur = 0;
        self.grain = 0.7;
        self
    }

    fn light_at(&self, x: f32, y: f32, aspect: f32) -> [f32; 3] {
        let below = (y - self.horizon - self.tilt * (x - 0.5)) / self.soft;
        let share = below.clamp(-1.0, 1.0) * 0.5 + 0.5;
        let mut colour = [0.0; 3];
        for (at, out) in colour.iter_mut().enumerate() {
            *out = self.far[at] + (self.near[at] - self.far[at]) * share + 20.0 * (y - 0.5);
        }
        for shape in &self.shapes {
            shape.paint(x, y, &mut colour);
        }
        let rough: f32 = self.noises.iter().map(|n| n.2 * noise(n.0, x * n.1 * aspect, y * n.1)).sum();
        let (cx, cy) = (x - 0.5, y - 0.5);
        let lens = self.light * (1.0 - self.corner * 2.0 * (cx * cx + cy * cy));
        colour.map(|c| {
            let v = ((c + rough) * lens / 255.0).clamp(0.0, 1.0);
            255.0 * v.powf(self.gamma)
        })
    }

    /// The photo of this scene, `width` x `height` px.
    pub fn photo(&self, width: u32, height: u32) -> RgbImage {
        let aspect = width as f32 / height as f32;
        let mut clear = vec![[0f32; 3]; (width * height) as usize];
        for y in 0..height {
            for x in 0..width {
                let (u, v) = (x as f32 / width as f32, y as f32 / height as f32);
                clear[(y * width + x) as usize] = self.light_at(u, v, aspect);
            }
        }
        if self.blur > 0 {
            clear = blurred(&clear, width as usize, height as usize, self.blur);
        }
        let mut dice = Dice(mix(self.seed ^ 0x6AA1));
        let mut photo = RgbImage::new(width, height);
        for (out, light) in photo.pixels_mut().zip(&clear) {
            *out = Rgb(light.map(|c| {
                let bits = dice.next();
                let sum: u64 = (0..4).map(|i| (bits >> (16 * i)) & 0xFFFF).sum();
                let grain = (sum as f32 / 65536.0 - 2.0) * 1.73;
                (c + grain * self.grain).clamp(0.0, 255.0) as u8
            }));
        }
        photo
    }
}

fn blurred(clear: &[[f32; 3]], width: usize, height: usize, reach: usize) -> Vec<[f32; 3]> {
    let along = |from: &[[f32; 3]], step: usize, length: usize, at: usize, place: usize| {
        let (low, high) = (place.saturating_sub(reach), (place + reach).min(length - 1));
        let mut sum = [0.0; 3];
        for other in low..=high {
            let colour = from[at + other * step - place * step];
            for c in 0..3 {
                sum[c] += colour[c];
            }
        }
        sum.map(|s| s / (high - low + 1) as f32)
    };
    let once: Vec<[f32; 3]> = (0..clear.len()).map(|at| along(clear, 1, width, at, at % width)).collect();
    (0..clear.len()).map(|at| along(&once, width, height, at, at / width)).collect()
}

/// The photo saved as JPEG of this quality and read again.
pub fn recompressed(photo: &RgbImage, quality: u8) -> RgbImage {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(photo).expect("encode");
    image::load_from_memory(&bytes).expect("decode").to_rgb8()
}

/// A cut that keeps `least`..1 of each side, anywhere.
pub fn cropped(photo: &RgbImage, dice: &mut Dice, least: f32) -> RgbImage {
    let (w, h) = (photo.width() as f32, photo.height() as f32);
    let (kw, kh) = (dice.between(least, 1.0) * w, dice.between(least, 1.0) * h);
    let (x, y) = (dice.between(0.0, w - kw), dice.between(0.0, h - kh));
    image::imageops::crop_imm(photo, x as u32, y as u32, kw as u32, kh as u32).to_image()
}

/// Rescaled to `share` of each side, never above 1600 px (as the server does).
pub fn rescaled(photo: &RgbImage, share: f32) -> RgbImage {
    let longest = photo.width().max(photo.height()) as f32;
    let share = share.min(1600.0 / longest);
    let (w, h) = (photo.width() as f32 * share, photo.height() as f32 * share);
    image::imageops::resize(photo, (w as u32).max(1), (h as u32).max(1), image::imageops::FilterType::Triangle)
}

/// Contrast and brightness changed by up to 15 % each.
pub fn relit(photo: &RgbImage, dice: &mut Dice) -> RgbImage {
    let (gain, lift) = (dice.between(0.85, 1.15), dice.between(-0.15, 0.15) * 255.0);
    let mut new = photo.clone();
    for pixel in new.pixels_mut() {
        pixel.0 = pixel.0.map(|c| ((f32::from(c) - 128.0) * gain + 128.0 + lift).clamp(0.0, 255.0) as u8);
    }
    new
}
