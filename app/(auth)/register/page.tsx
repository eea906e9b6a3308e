import { Register } from "@/components/sign-in/register";

export default function RegisterPage() {
	return <Register />;
}
