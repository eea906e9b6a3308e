import { makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import { seedPeople, seedRoom } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";

const CALLS = 1_000;

/** The newest 50 and 50 around a random message, one call after the other, in a large and a very large room. */
export async function w3({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(50);
	const token = members[0]?.token ?? "";
	const rows: Row[] = [];
	for (const size of quick ? [10_000] : [100_000, 1_000_000]) {
		const roomId = await seedRoom(`history-${size}`, members, size);
		const limit = await raw(({ url }) => read(url, roomId, token, size));
		const product = await parley(({ url }) => read(url, roomId, token, size));
		const add = (figure: string, value: number, rawValue: number, most: number) =>
			rows.push({
				workload: "W3",
				figure: `${figure}, ${size.toLocaleString("en")} messages`,
				unit: "ms",
				value,
				raw: rawValue,
				gate: { most },
			});
		add("newest 50, p50", median(product.newest), median(limit.newest), 3.4);
		add("newest 50, p99", percentile(product.newest, 0.99), percentile(limit.newest, 0.99), 10);
		add("50 around, p50", median(product.around), median(limit.around), 3.4);
		add("50 around, p99", percentile(product.around, 0.99), percentile(limit.around, 0.99), 10);
	}
	return rows;
}

async function read(url: string, roomId: string, token: string, size: number) {
	const http = makeHttp(url, 1);
	const time = async (query: () => string, calls: number) => {
		const times: number[] = [];
		for (let i = 0; i < calls; i++) {
			const { status, text, tookMs } = await http("GET", `/api/rooms/${roomId}/messages${query()}`, token);
			if (status !== 200) throw new Error(`The history was answered ${status}: ${text}`);
			times.push(tookMs);
		}
		return times;
	};
	const newest = () => "?limit=50";
	const around = () => `?around=${1 + Math.floor(Math.random() * size)}&limit=50`;
	await time(newest, CALLS / 5);
	await time(around, CALLS / 5);
	return { newest: await time(newest, CALLS), around: await time(around, CALLS) };
}
