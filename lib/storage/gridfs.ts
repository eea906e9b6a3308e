import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Binary, GridFSBucket, type GridFSFile, ObjectId } from "mongodb";
import { db } from "../db/client.ts";
import { type ByteRange, checkKey, type StorageDriver } from "./driver.ts";

/** Of the driver's 255 KB four make one: each is written with an acknowledgement of its own. */
const CHUNK_BYTES = 1_044_480;
/** Asked for at once. The bucket's own reading asks for 16 MB, several of which lie about for each reader. */
const CHUNKS_TOGETHER = 2;

type Chunk = { files_id: ObjectId; n: number; data: Binary };

const kept = () => db().collection<GridFSFile>("fs.files");
const chunks = () => db().collection<Chunk>("fs.chunks");

/** Beside the messages in MongoDB: nothing more to set up, and one backup holds both. */
export const gridFs: StorageDriver = {
	async write(key, content) {
		const upload = new GridFSBucket(db(), { chunkSizeBytes: CHUNK_BYTES }).openUploadStreamWithId(idOf(key), key);
		try {
			await pipeline(content, upload);
		} catch (error) {
			await upload.abort().catch(() => {});
			throw error;
		}
	},
	read: (key, range) => Readable.from(pieces(idOf(key), range), { objectMode: false }),
	async remove(key) {
		const id = idOf(key);
		// Not the bucket's own `delete`: it complains of a file whose upload was cut off.
		await kept().deleteOne({ _id: id });
		await chunks().deleteMany({ files_id: id });
	},
};

async function* pieces(id: ObjectId, range: ByteRange | undefined): AsyncGenerator<Buffer> {
	const file = await kept().findOne({ _id: id });
	if (!file) throw new Error("A stored file is missing.");
	const { chunkSize, length } = file;
	const { start, end } = range ?? { start: 0, end: length - 1 };
	let at = start;
	const found = chunks()
		.find({ files_id: id, n: { $gte: Math.floor(start / chunkSize), $lte: Math.floor(end / chunkSize) } })
		.sort({ n: 1 })
		.batchSize(CHUNKS_TOGETHER);
	for await (const { n, data } of found) {
		const from = n * chunkSize;
		const piece = data.value().subarray(at - from, end + 1 - from);
		yield Buffer.from(piece);
		at += piece.length;
	}
	if (at !== end + 1) throw new Error("A stored file is not whole.");
}

/** A key has the length of MongoDB's own ids. */
function idOf(key: string): ObjectId {
	checkKey(key);
	return new ObjectId(key);
}
