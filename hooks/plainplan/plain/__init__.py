"""What makes words easy or hard to read: rules that a program can check."""
