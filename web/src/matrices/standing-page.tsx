export function StandingPage() { return null; }
