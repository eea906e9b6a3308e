/** A real mail server for tests, on 127.0.0.1, which also misbehaves where it is told to. */
import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export type Received = { recipients: string[]; mail: Email; raw: string };

export type Smtp = {
	port: number;
	/** What was taken, the oldest first. */
	received: Received[];
	/** What it does wrong from now on. */
	trouble: Trouble;
	stop(): Promise<void>;
};

type Trouble = {
	/** Answers to RCPT TO, by address: `[450, "Busy"]`. */
	recipients: Record<string, [status: number, reply: string]>;
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
	const sockets = new Set<Socket>();
	const trouble: Trouble = { recipients: {}, dropAfterData: 0 };
	const state: Smtp = { port: 0, received, trouble, stop: async () => {} };
	const server = new SMTPServer({
		disabledCommands: [...(tls ? [] : ["STARTTLS"]), ...(password === undefined ? ["AUTH"] : [])],
		allowInsecureAuth: true,
		authOptional: password === undefined,
		logger: false,
		// Parley keeps its connection open for the next mail.
		closeTimeout: 100,
		onAuth(auth, _session, done) {
			if (auth.password === password) return done(null, { user: auth.username });
			done(smtpError(535, "Wrong password"));
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
				if (trouble.dropAfterData-- > 0) {
					for (const socket of sockets) socket.destroy();
					return;
				}
				done(null, "Taken as 4711");
			});
		},
	});
	server.server.on("connection", (socket) => sockets.add(socket));
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
