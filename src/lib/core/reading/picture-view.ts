/** How a picture is seen that was opened large: how near, and which part of it. */

export interface Size {
	width: number;
	height: number;
}

/** A point of the screen or a way over it, in px; 0, 0 is the middle. */
export interface Point {
	x: number;
	y: number;
}

/** `x`, `y`: how far the middle of the picture is from that of the screen. */
export interface PictureView extends Point {
	/** 1: all of it is seen. */
	scale: number;
}

export interface PictureSizes {
	screen: Size;
	/** Of the picture at a scale of 1 (`fitSize`). */
	picture: Size;
}

export const WHOLE: PictureView = { scale: 1, x: 0, y: 0 };
/** How near one can come: a line of print in the scan of a page fills the screen. */
const NEAREST = 8;
/** How near a double tap comes. */
const NEAR = 2.5;
/** How much nearer a key or a button comes. */
const STEP = 1.5;
/** Px that a key moves it. */
const WAY = 80;

/** The size of a picture that just fits the screen; one without a size of its own fills it. */
export function fitSize({ width, height }: Size, screen: Size): Size {
	if (width <= 0 || height <= 0) return screen;
	const ratio = Math.min(screen.width / width, screen.height / height);
	return { width: width * ratio, height: height * ratio };
}

/** Nearer by a factor, or further for one below 1; what is at `point` stays there, unless the edges forbid it. */
export function zoom(
	view: PictureView,
	factor: number,
	point: Point,
	sizes: PictureSizes
): PictureView {
	const scale = Math.min(NEAREST, Math.max(1, view.scale * factor));
	const ratio = scale / view.scale;
	const along = (at: number, shift: number) => at - (at - shift) * ratio;
	return within({ scale, x: along(point.x, view.x), y: along(point.y, view.y) }, sizes);
}

/** Moved by some px, as far as there is more of it to see. */
export function move(view: PictureView, by: Point, sizes: PictureSizes): PictureView {
	return within({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, sizes);
}

/** What a double tap does: near at that point, or all of it again. */
export function toggleZoom(view: PictureView, point: Point, sizes: PictureSizes): PictureView {
	return view.scale > 1 ? WHOLE : zoom(view, NEAR, point, sizes);
}

/** What a key does; `null` when it means nothing here. An arrow brings that side of the picture nearer. */
export function viewByKey(view: PictureView, key: string, sizes: PictureSizes): PictureView | null {
	const middle = { x: 0, y: 0 };
	switch (key) {
		case '+':
		case '=':
			return zoom(view, STEP, middle, sizes);
		case '-':
			return zoom(view, 1 / STEP, middle, sizes);
		case '0':
			return WHOLE;
		case 'ArrowLeft':
			return move(view, { x: WAY, y: 0 }, sizes);
		case 'ArrowRight':
			return move(view, { x: -WAY, y: 0 }, sizes);
		case 'ArrowUp':
			return move(view, { x: 0, y: WAY }, sizes);
		case 'ArrowDown':
			return move(view, { x: 0, y: -WAY }, sizes);
		default:
			return null;
	}
}

/** Its edges stay outside of the screen, or the picture in the middle of it. */
function within({ scale, x, y }: PictureView, { screen, picture }: PictureSizes): PictureView {
	const along = (shift: number, length: number, space: number) => {
		const most = Math.max(0, (length * scale - space) / 2);
		return Math.min(most, Math.max(-most, shift));
	};
	return {
		scale,
		x: along(x, picture.width, screen.width),
		y: along(y, picture.height, screen.height)
	};
}
