"""Commands that rebuild the reference data in `src/namesake/data` from named, licensed public packages."""
