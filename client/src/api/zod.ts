import { config } from 'zod';

// The page's content security policy allows no eval, which zod would try for speed; said before any schema is made.
config({ jitless: true });
