import type { Duplex } from "node:stream";

/**
 * Lets everything that is written to a connection in one turn of the event loop leave in one system call. A batch of twenty
 * messages for a hundred sockets is two thousand frames; sending each by itself was two fifths of the server's work.
 * Measured with W1 of bench/.
 */
export function writeTogether(connection: Duplex): void {
	const write = connection.write;
	let waits = false;
	const later = (...args: Parameters<Duplex["write"]>): boolean => {
		if (!waits) {
			waits = true;
			connection.cork();
			setImmediate(() => {
				waits = false;
				connection.uncork();
			});
		}
		return write.apply(connection, args);
	};
	connection.write = later as Duplex["write"];
}
