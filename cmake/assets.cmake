# parlor_embed_assets: see below; filled in with the web build.
