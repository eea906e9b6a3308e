/** Where the square lies that is taken out of an image: its middle, in parts of the image, and how much larger than needed the image is. */
export type Crop = { x: number; y: number; zoom: number };
export type Size = { width: number; height: number };

export const MOST_ZOOM = 4;
export const MIDDLE: Crop = { x: 0.5, y: 0.5, zoom: 1 };

/** Pixels of the side of the square in the image. */
export function sideOf({ width, height }: Size, { zoom }: Crop): number {
	return Math.min(width, height) / zoom;
}

/** The nearest crop that lies within the image. */
export function within(image: Size, { x, y, zoom }: Crop): Crop {
	const clamped = { x, y, zoom: clamp(zoom, 1, MOST_ZOOM) };
	const half = sideOf(image, clamped) / 2;
	const [atSide, atTop] = [half / image.width, half / image.height];
	return { x: clamp(x, atSide, 1 - atSide), y: clamp(y, atTop, 1 - atTop), zoom: clamped.zoom };
}

/** Drawn to the right and down by so many pixels of a square that is shown in this size: the crop goes the other way. */
export function moved(image: Size, crop: Crop, right: number, down: number, shownPx: number): Crop {
	const scale = sideOf(image, crop) / shownPx;
	return within(image, {
		...crop,
		x: crop.x - (right * scale) / image.width,
		y: crop.y - (down * scale) / image.height,
	});
}

/** How an image has to lie behind a window of this size so that the crop is what is seen. */
export function placeBehind(image: Size, crop: Crop, shownPx: number): Size & { left: number; top: number } {
	const scale = shownPx / sideOf(image, crop);
	const [width, height] = [image.width * scale, image.height * scale];
	return { width, height, left: shownPx / 2 - crop.x * width, top: shownPx / 2 - crop.y * height };
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
