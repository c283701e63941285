"""The agenda: what there is to do, each thing once, where most is at stake first."""
