declare module '@vercel/ncc' {
  interface Options {
    minify?: boolean;
    cache?: string | false;
    sourceMap?: boolean;
    quiet?: boolean;
  }

  interface Packaged {
    code: string;
    assets: Record<string, { source: string | Uint8Array; permissions?: number }>;
  }

  export default function ncc(input: string, options?: Options): Promise<Packaged>;
}
