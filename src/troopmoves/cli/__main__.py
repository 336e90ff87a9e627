"""`python -m troopmoves.cli` is `troopmoves`."""

from troopmoves.cli.start import main

if __name__ == "__main__":
    main()
