unit Second;

interface

function Text: string;

implementation

function Text: string;
begin
  Text := 'from the second file';
end;

end.
