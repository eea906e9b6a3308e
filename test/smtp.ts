/** A real mail server for tests, on 127.0.0.1, which also misbehaves where it is told to. */
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export type Received = { recipients: string[]; mail: Email; raw: string };

export type Smtp = {
	port: number;
	/** What was taken, the oldest first. */
	received: Received[];
	/** How often somebody connected. */
	connections: number;
	/** What it does wrong from now on. */
	trouble: Trouble;
	stop(): Promise<void>;
};

type Trouble = {
	/** Answers to RCPT TO, by address: `[450, "Busy"]`. */
	recipients: Record<string, [status: number, reply: string]>;
	/** Answers to whoever signs in. */
	signIn?: [status: number, reply: string];
	/** Takes the mail, and closes the connection instead of saying so: so many times. */
	dropAfterData: number;
};

type Options = {
	/** Offers STARTTLS, with a certificate that nobody trusts. */
	tls?: boolean;
	password?: string;
};

export async function startSmtp({ tls = false, password }: Options = {}): Promise<Smtp> {
	const received: Received[] = [];
	const trouble: Trouble = { recipients: {}, dropAfterData: 0 };
	const state: Smtp = { port: 0, received, connections: 0, trouble, stop: async () => {} };
	const server = new SMTPServer({
		disabledCommands: [...(tls ? [] : ["STARTTLS"]), ...(password === undefined ? ["AUTH"] : [])],
		allowInsecureAuth: true,
		authOptional: password === undefined,
		logger: false,
		// Parley keeps its connection open for the next mail.
		closeTimeout: 100,
		onConnect(_session, done) {
			state.connections++;
			done();
		},
		onAuth(auth, _session, done) {
			const [status, reply] = trouble.signIn ?? [535, "Wrong password"];
			if (!trouble.signIn && auth.password === password) return done(null, { user: auth.username });
			done(smtpError(status, reply));
		},
		onRcptTo({ address }, _session, done) {
			const answer = trouble.recipients[address];
			done(answer ? smtpError(...answer) : null);
		},
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on("data", (part: Buffer) => parts.push(part));
			stream.on("end", async () => {
				const raw = Buffer.concat(parts).toString();
				received.push({ recipients: recipientsOf(session), raw, mail: await PostalMime.parse(raw) });
				if (trouble.dropAfterData-- > 0) return closeConnections(server);
				done(null, "Taken as 4711");
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	state.port = (server.server.address() as AddressInfo).port;
	state.stop = () => new Promise((resolve) => server.close(() => resolve()));
	return state;
}

function smtpError(status: number, reply: string): Error {
	return Object.assign(new Error(reply), { responseCode: status });
}

function recipientsOf({ envelope }: SMTPServerSession): string[] {
	return envelope.rcptTo.map(({ address }) => address);
}

function closeConnections(server: SMTPServer): void {
	// Its own list; the library has no other way to break off.
	for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) {
		connection._socket.destroy();
	}
}
