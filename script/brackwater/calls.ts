/** The HTTP API as a person's program calls it. */
export type Answer = Record<string, unknown>;
export type Call = <Body = Answer>(method: string, path: string, body?: unknown) => Promise<Body>;

export const passwordOf = (username: string) => `${username} knows the tide by heart`;
export const mailOf = (username: string) => `${username}@brackwater.example`;

export function callAs(url: string, token?: string, device = "Brackwater"): Call {
	return async <Body>(method: string, path: string, body?: unknown) => {
		const response = await fetch(url + path, {
			method,
			headers: {
				"User-Agent": device,
				...(token ? { Authorization: `Bearer ${token}` } : {}),
				...(body === undefined ? {} : { "Content-Type": "application/json" }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (text === "" ? {} : JSON.parse(text)) as Body;
	};
}

export type Account = { id: string; token: string };
type SignedIn = { user: { id: string }; token: string };

export async function setUp(url: string, siteName: string, username: string, name: string): Promise<Account> {
	const admin = { name, username, email: mailOf(username), password: passwordOf(username) };
	const { user, token } = await callAs(url)<SignedIn>("POST", "/api/setup", { siteName, registration: "open", admin });
	return { id: user.id, token };
}

export async function register(url: string, username: string, name: string): Promise<Account> {
	const password = passwordOf(username);
	await callAs(url)("POST", "/api/registrations", { name, username, email: mailOf(username), password });
	const { user, token } = await callAs(url)<SignedIn>("POST", "/api/login", { login: username, password });
	return { id: user.id, token };
}
