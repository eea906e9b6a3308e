/** The size in which an image is shown: as large as it is, and no larger than this, in its own proportions. */
export function fitted(
	image: { width?: number | undefined; height?: number | undefined },
	most: { width: number; height: number },
) {
	const { width = most.width, height = most.height } = image;
	const scale = Math.min(1, most.width / width, most.height / height);
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
