import { SignInForm } from "@/components/sign-in/sign-in-form";

export default function LoginPage() {
	return <SignInForm />;
}
