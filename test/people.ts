/** People on a built server (test/server.ts), for the tests that start, kill and double it. */
import type { SignedIn } from "../lib/shared/schemas/user.ts";
import { makePerson, type Person, send } from "./world.ts";

/** Sets a new server up. @returns its administrator */
export async function setUpServer(url: string): Promise<Person> {
	const password = "alice has a long password";
	const admin = { name: "Alice", username: "alice", email: "alice@brackwater.example", password };
	const { status, body } = await send<SignedIn>(`${url}/api/setup`, "POST", {
		body: { siteName: "Brackwater", registration: "open", admin },
	});
	if (status !== 201) throw new Error(`The set-up failed: ${status} ${JSON.stringify(body)}`);
	return makePerson(url, body, password);
}

export async function registerAt(url: string, username: string): Promise<Person> {
	const password = `${username} has a long password`;
	const registration = { name: capital(username), username, email: `${username}@brackwater.example`, password };
	const { status, body } = await send(`${url}/api/registrations`, "POST", { body: registration });
	if (status !== 201) throw new Error(`${username} could not register: ${status} ${JSON.stringify(body)}`);
	return signInAt(url, username, password);
}

export async function signInAt(url: string, login: string, password: string): Promise<Person> {
	const { status, body } = await send<SignedIn>(`${url}/api/login`, "POST", { body: { login, password } });
	if (status !== 200) throw new Error(`${login} could not sign in: ${status} ${JSON.stringify(body)}`);
	return makePerson(url, body, password);
}

/** The same person and session at another process. */
export function at(url: string, { token, id, username, password }: Person): Person {
	return makePerson(url, { token, user: { id, username } }, password);
}

function capital(username: string): string {
	return username.charAt(0).toUpperCase() + username.slice(1);
}
