import NextAuth from "next-auth";
import { PROTOCOL_HEADER } from "@/lib/auth/client";
import { nextAuthOptions } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: Request, context: Context): Promise<Response> {
	const options = await nextAuthOptions(request.headers.get(PROTOCOL_HEADER) === "https");
	return NextAuth(options)(request, context);
}

export { answer as GET, answer as POST };
